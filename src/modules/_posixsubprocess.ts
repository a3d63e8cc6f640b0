// _posixsubprocess: starting other programs. An instance cannot: the host hands in no processes.
import { def } from "../native/signature.ts";
import { osErrorOf } from "./hosterrors.ts";
import { defineModule } from "./module.ts";

export default defineModule({
  name: "_posixsubprocess",
  doc: "A POSIX helper for the subprocess module.",
  functions: [
    def("fork_exec($module, /, *args)", "Would start another program; raises OSError.", () => {
      throw osErrorOf("ENOSYS", null);
    }),
  ],
});
