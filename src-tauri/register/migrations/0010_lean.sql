-- What a cell put into these tables follows from the answers that it had, so nobody asks any more what it put there.
DROP INDEX figure_of;
DROP INDEX name_key_of;
DROP INDEX reference_of;

