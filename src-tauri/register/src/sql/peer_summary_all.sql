SELECT summary FROM peer_summary ORDER BY device, incarnation;
