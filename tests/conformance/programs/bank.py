# Accounts: classes, properties, exceptions of one's own, context managers, rollbacks.
class Insufficient(Exception):
    def __init__(self, account, amount):
        super().__init__("%s lacks %d" % (account.owner, amount - account.balance))
        self.account = account


class Account:
    count = 0

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        Account.count += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative")
        self.history.append((self._balance, value))
        self._balance = value

    def withdraw(self, amount):
        if amount > self.balance:
            raise Insufficient(self, amount)
        self.balance -= amount

    def __repr__(self):
        return f"<{self.owner}: {self.balance}>"

    def __del__(self):
        Account.count -= 1


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(a, a._balance, len(a.history)) for a in self.accounts]
        return self

    def __exit__(self, kind, error, tb):
        if kind is not None:
            for account, balance, n in self.saved:
                account._balance = balance
                del account.history[n:]
        self.saved = None
        return kind is not None and issubclass(kind, Insufficient)


def transfer(a, b, amount):
    with Transaction(a, b) as t:
        b.balance += amount
        a.withdraw(amount)
        return "done"
    return "rolled back"


a, b = Account("ann", 100), Account("bob")
print(transfer(a, b, 30), a, b)
print(transfer(a, b, 300), a, b, a.history, b.history)
try:
    with Transaction(a):
        a.balance = 5
        a.balance = -1
except ValueError as e:
    print(e, a)
try:
    b.withdraw(1000)
except Insufficient as e:
    print(e, e.account is b, e.args)
accounts = {x.owner: x for x in (a, b, Account("cyd", 7))}
print(sorted(accounts.values(), key=lambda x: x.balance), Account.count, sum(x.balance for x in accounts.values()))
del a, b
print(Account.count, accounts.pop("ann"), Account.count)
accounts.clear()
print(Account.count)
