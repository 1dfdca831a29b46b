CREATE TABLE commune (pi INTEGER, es TEXT, of TEXT);
INSERT INTO commune VALUES (1, 'Femmes'), (2, 'etudiants'), (3, 'SC'), (4, 'PE');
