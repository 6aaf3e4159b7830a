SELECT fingerprint FROM interpretation WHERE one = 1;
