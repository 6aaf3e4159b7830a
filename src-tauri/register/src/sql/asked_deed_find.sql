SELECT deed FROM asked_deed WHERE asked = ?1;
