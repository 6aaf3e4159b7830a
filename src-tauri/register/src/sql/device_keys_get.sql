SELECT keys FROM own_device WHERE one = 1;
