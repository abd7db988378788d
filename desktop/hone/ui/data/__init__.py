"""The page "Data": from the file a person has to rows that train well."""
