// What the start-up snapshot is made of: the command, loaded, its types readied and its parser
// made, so that a start has none of that to do. The launcher starts node from it.
import { startupSnapshot } from "node:v8";
import { sandboxHost } from "../host/sandbox.ts";
import { Interpreter } from "../index.ts";
import { command } from "./command.ts";

// Functions that a start needs are compiled now.
const WARM =
  "import sys\nclass A:\n    def f(self, x): return [x, {1: 'a'}, (2, 3.5)]\nprint(*A().f(len('abc')), sep='-')\n";
const python = new Interpreter({ host: sandboxHost() });
const session = python.session();
session.run(WARM, "<string>");
session.end(0);
python.dispose();

startupSnapshot.setDeserializeMainFunction(() => {
  process.exit(command(process.argv.slice(2)));
});
