print("after a byte order mark")
print("and CRLF")
