// itertools: iterators made of iterators. Each of the types is in one of the files itertools*.ts.
import { newRef, type OwnedValue } from "../heap/refs.ts";
import {
  AccumulateType,
  BatchedType,
  ChainType,
  CountType,
  CycleType,
  RepeatType,
  ZipLongestType,
} from "./itertoolschain.ts";
import { CombinationsType, PermutationsType, ProductType, ReplacementType } from "./itertoolscombine.ts";
import {
  CompressType,
  DropWhileType,
  FilterFalseType,
  IsliceType,
  PairwiseType,
  StarMapType,
  TakeWhileType,
} from "./itertoolsfilter.ts";
import { BlockType, GroupByType, GrouperType, TeeType, tee } from "./itertoolsgroup.ts";
import { defineModule } from "./module.ts";

const TYPES = [
  AccumulateType,
  BatchedType,
  CombinationsType,
  ReplacementType,
  CycleType,
  DropWhileType,
  TakeWhileType,
  IsliceType,
  StarMapType,
  ChainType,
  CompressType,
  FilterFalseType,
  CountType,
  ZipLongestType,
  PairwiseType,
  PermutationsType,
  ProductType,
  RepeatType,
  GroupByType,
  GrouperType,
  TeeType,
  BlockType,
];

export default defineModule({
  name: "itertools",
  doc: "Iterators made of iterators.",
  functions: [tee],
  constants: () => Object.fromEntries(TYPES.map((type): [string, OwnedValue] => [type.value.name, newRef(type)])),
});
