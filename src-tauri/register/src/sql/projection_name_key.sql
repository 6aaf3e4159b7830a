SELECT folded, record, field FROM name_key ORDER BY folded, record, field;
