import type { SchemaElement } from 'hyparquet';

/** The type of a column. Every column and nested member may be null: readers ask that of images. */
export type ColumnType =
  | 'string'
  | 'int32'
  | 'float32'
  | 'bool'
  | 'image'
  | { list: ColumnType }
  | { struct: readonly Column[] };

/** One column: its name, its type, and what it says with its unit. */
export interface Column {
  name: string;
  type: ColumnType;
  about: string;
}

/** A type as an author writes it, members of records by name. */
export type TypeSpec =
  | Exclude<ColumnType, object>
  | { readonly list: TypeSpec }
  | { readonly struct: ColumnSpecs };

/** Columns by name, in their order. */
export type ColumnSpecs = Readonly<Record<string, { readonly type: TypeSpec; readonly about: string }>>;

/** Values of a type. */
export type ValueOf<T> = T extends 'string'
  ? string
  : T extends 'int32' | 'float32'
    ? number
    : T extends 'bool'
      ? boolean
      : T extends 'image'
        ? { bytes: Uint8Array; path: string }
        : T extends { list: infer Item }
          ? ValueOf<Item>[]
          : T extends { struct: infer Members extends ColumnSpecs }
            ? { [Name in keyof Members]: ValueOf<Members[Name]['type']> | null }
            : never;

/** Rows with these columns. */
export type RowOf<C extends ColumnSpecs> = { [Name in keyof C]: ValueOf<C[Name]['type']> | null };

/** A column: its type, and what it says with its unit. */
export function column<const T extends TypeSpec>(type: T, about: string): { type: T; about: string } {
  return { type, about };
}

/** Columns as a list, names inside. */
export function columnsOf(specs: ColumnSpecs): Column[] {
  return Object.entries(specs).map(([name, { type, about }]) => ({ name, type: typeOf(type), about }));
}

function typeOf(spec: TypeSpec): ColumnType {
  if (typeof spec === 'string') return spec;
  return 'list' in spec ? { list: typeOf(spec.list) } : { struct: columnsOf(spec.struct) };
}

const LEAVES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  float32: { type: 'FLOAT' },
  bool: { type: 'BOOLEAN' },
} as const;

/** The members of an image, in the order that readers insist on. */
const IMAGE_MEMBERS: SchemaElement[] = [
  { name: 'bytes', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
  { name: 'path', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
];

/** The whole Parquet schema of a table. */
export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  const fields = columns.flatMap(column => schemaOf(column.name, column.type));
  return [{ name: 'schema', num_children: columns.length }, ...fields];
}

function schemaOf(name: string, type: ColumnType): SchemaElement[] {
  if (type === 'image') return [{ name, repetition_type: 'OPTIONAL', num_children: 2 }, ...IMAGE_MEMBERS];
  if (typeof type === 'string') return [{ name, ...LEAVES[type], repetition_type: 'OPTIONAL' }];
  if ('list' in type) {
    return [
      { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...schemaOf('element', type.list),
    ];
  }
  const members = type.struct.flatMap(member => schemaOf(member.name, member.type));
  return [{ name, repetition_type: 'OPTIONAL', num_children: type.struct.length }, ...members];
}

/** Plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The features of a table as the `huggingface` key of a Parquet file has them: lists in array form. */
export function features(columns: readonly Column[]): Json {
  return Object.fromEntries(columns.map(column => [column.name, featureOf(column.type)]));
}

function featureOf(type: ColumnType): Json {
  if (type === 'image') return { _type: 'Image' };
  if (typeof type === 'string') return { dtype: type, _type: 'Value' };
  return 'list' in type ? [featureOf(type.list)] : features(type.struct);
}

/** The features of a table as the front matter of a dataset card has them. */
export function cardFeatures(columns: readonly Column[]): Json[] {
  return columns.map(({ name, type }) => ({ name, ...cardFeatureOf(type) }));
}

function cardFeatureOf(type: ColumnType): { [key: string]: Json } {
  if (typeof type === 'string') return { dtype: type };
  if ('struct' in type) return { struct: cardFeatures(type.struct) };
  const item = type.list;
  if (typeof item === 'string') return { list: item };
  return { list: 'struct' in item ? cardFeatures(item.struct) : cardFeatureOf(item) };
}

/** How a reader would write the type: `list<int32>`. */
export function typeName(type: ColumnType): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list<${typeName(type.list)}>`;
  return `{${type.struct.map(member => `${member.name}: ${typeName(member.type)}`).join(', ')}}`;
}

/** Whether values of the type hold pictures: such columns are not compressed again. */
export function holdsImages(type: ColumnType): boolean {
  if (typeof type === 'string') return type === 'image';
  return 'list' in type ? holdsImages(type.list) : type.struct.some(member => holdsImages(member.type));
}

/** Whether a row may hold several values of the column. */
export function isRepeated(type: ColumnType): boolean {
  if (typeof type === 'string') return false;
  return 'list' in type || type.struct.some(member => isRepeated(member.type));
}

/** The value of the `huggingface` key in a file with these columns. */
export function huggingfaceKey(columns: readonly Column[]): string {
  return JSON.stringify({ info: { features: features(columns) } });
}
