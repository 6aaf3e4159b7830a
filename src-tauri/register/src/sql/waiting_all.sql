SELECT body FROM waiting;
