import ldap
from ldap.filter import escape_filter_chars


class Directory:
    def __init__(self):
        self.connection = ldap.initialize("ldaps://directory.example")

    def find(self, uid):
        query = "(uid=" + uid + ")"
        return self.connection.search_s("ou=people", ldap.SCOPE_SUBTREE, query)  # expect: CWE-90
