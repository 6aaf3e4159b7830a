SELECT record, field, change, standing, value, sort_key, as_typed FROM answer ORDER BY record, field, change;
