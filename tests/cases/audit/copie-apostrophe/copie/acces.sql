-- La première est bonne, la seconde non.
INSERT INTO acces VALUES ('Ce lieu n''accueille pas de public');
INSERT INTO acces VALUES ('Ce lieu n’accueille pas de public');
