import sqlite3

connection = sqlite3.connect("shop.db")


def search(term):
    cursor = connection.cursor()
    cursor.execute(f"SELECT id FROM products WHERE title LIKE '%{term}%'")  # expect: CWE-89
    return cursor.fetchall()
