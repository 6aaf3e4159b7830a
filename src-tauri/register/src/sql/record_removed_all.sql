SELECT id FROM record WHERE removal = 'removed';
