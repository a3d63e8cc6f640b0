// Runs the command in this process.
import { command } from "./command.ts";

process.exitCode = command(process.argv.slice(2));
