// Runs the command in this process.
import { command } from "./command.ts";

process.exit(command(process.argv.slice(2)));
