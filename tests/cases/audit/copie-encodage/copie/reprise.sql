UPDATE lieu SET service = 'Compr?hension du monde num?rique';
