// Runs the command in this process.
import { command } from "./command.ts";
import { bePatient } from "./engine.ts";

bePatient();
process.exit(command(process.argv.slice(2)));
