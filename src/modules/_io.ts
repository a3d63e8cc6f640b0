// _io: streams of bytes and of text. Each kind has its file in io/.
import { newRef } from "../heap/refs.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { newInt } from "../objects/int.ts";
import { UnsupportedOperationType } from "./hosterrors.ts";
import { BufferedIOBaseType, IOBaseType, RawIOBaseType, TextIOBaseType } from "./io/base.ts";
import { BufferedRandomType, BufferedReaderType, BufferedRWPairType, BufferedWriterType } from "./io/buffered.ts";
import { BytesIOType, BytesViewType } from "./io/bytesio.ts";
import { FileIOType } from "./io/file.ts";
import { NewlineDecoderType } from "./io/newlines.ts";
import { openCodeNative, textEncodingNative } from "./io/open.ts";
import { StringIOType } from "./io/stringio.ts";
import { TextIOWrapperType } from "./io/text.ts";
import { defineModule } from "./module.ts";
import { moduleAttribute } from "./sysstate.ts";

export default defineModule({
  name: "_io",
  doc: "Streams of bytes and of text: files, and memory that acts as a file.",
  functions: [openCodeNative, textEncodingNative],
  types: [
    IOBaseType,
    RawIOBaseType,
    BufferedIOBaseType,
    TextIOBaseType,
    FileIOType,
    BytesIOType,
    BytesViewType,
    StringIOType,
    BufferedReaderType,
    BufferedWriterType,
    BufferedRandomType,
    BufferedRWPairType,
    TextIOWrapperType,
    NewlineDecoderType,
  ],
  constants: () => ({
    open: moduleAttribute("builtins", "open"),
    DEFAULT_BUFFER_SIZE: newInt(8192),
    BlockingIOError: newRef(exceptionType("BlockingIOError")),
    UnsupportedOperation: newRef(UnsupportedOperationType),
  }),
});
