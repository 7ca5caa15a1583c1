import type { Catalog } from '../scenario/catalog.ts';
import type { Exporter } from './export/exporter.ts';
import type { Table } from './tables/define-table.ts';

/** All that a run can draw on, with what its episodes are written as. */
export interface DatasetCatalog extends Catalog {
  /** The tables that a recipe may name; the first that it takes is the default of its dataset. */
  tables: readonly Table[];
  exporters: readonly Exporter[];
}
