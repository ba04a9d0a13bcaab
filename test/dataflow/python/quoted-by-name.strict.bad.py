def create(db, table_name):
    query = f"CREATE TABLE {str(table_name)} (id INTEGER)"
    db.execute(query)  # expect: CWE-89
