# Runs one module of CPython's test package, and prints a line for each test that passes: "+ NAME".
import sys
import unittest

out = sys.stdout


def tell(text):
    out.write(f"\n{text}\n")
    out.flush()


class Teller(unittest.TestResult):
    fine = True

    def startTest(self, test):
        super().startTest(test)
        self.fine = True

    def addError(self, test, err):
        self.fine = False

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.fine = False

    def addSkip(self, test, reason):
        self.fine = False

    def addUnexpectedSuccess(self, test):
        self.fine = False

    def stopTest(self, test):
        super().stopTest(test)
        if self.fine:
            tell(f"+ {test.id()}")


unittest.defaultTestLoader.loadTestsFromName(sys.argv[1]).run(Teller())
tell("= end")
