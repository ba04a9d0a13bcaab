def _quote_identifier(name):
    return '"' + str(name).replace('"', '""') + '"'


def create(db, table_name):
    query = f"CREATE TABLE {_quote_identifier(table_name)} (id INTEGER)"
    db.execute(query)
