import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { t } from '../words';
import { type AddressData, type AddressTables, openAddressTables, readAddressTables } from './addressData';

/** The network data, or why there is none, in words for the user. */
export type AddressDataState = { readonly data: AddressData; readonly problem?: never } | AddressDataProblem;

/** Network data that can't be used; everything else goes on without it. */
export interface AddressDataProblem {
  readonly data?: never;
  readonly problem: string;
}

/** Gives the network data; the first call loads it, later calls get the same state. Never rejects. */
export type AddressDataSource = () => Promise<AddressDataState>;

/** The same as other threads can be handed it. Plain data. */
export type AddressTablesState = { readonly tables: AddressTables; readonly problem?: never } | AddressTablesProblem;

/** See `AddressDataProblem`. */
export interface AddressTablesProblem {
  readonly tables?: never;
  readonly problem: string;
}

/** Gives the network data as other threads can be handed it; the first call reads it. Never rejects. */
export type AddressTablesSource = () => Promise<AddressTablesState>;

const decompress = promisify(brotliDecompress);
/**
 * Memory that the data is decompressed into at once, as much as all of it takes: with the 16 KiB that Node takes otherwise, each
 * piece waits until the main thread is free, and decompressing takes twice the processor time.
 */
const CHUNK_BYTES = 8 * 1024 * 1024;

/**
 * Network data that is loaded when it is first asked for, decompressed off the main thread.
 * @param read gives `data/addresses.bin.br` as it is on disk.
 */
export function addressDataSource(read: () => Promise<Uint8Array>): AddressDataSource {
  return addressDataOf(addressTablesSource(read));
}

/** Network data whose tables are read when it is first asked for, perhaps by another thread. */
export function addressDataOf(source: AddressTablesSource): AddressDataSource {
  let state: Promise<AddressDataState> | undefined;
  return () => (state ??= source().then(open));
}

/** The tables of network data that `addressDataSource` describes. */
export function addressTablesSource(read: () => Promise<Uint8Array>): AddressTablesSource {
  return tablesOnce(() => readTables(read));
}

/** Tables that are read when they are first asked for, here or by another thread. */
export function tablesOnce(read: () => Promise<AddressTables>): AddressTablesSource {
  let state: Promise<AddressTablesState> | undefined;
  return () => (state ??= load(read));
}

/** Decompresses and reads network data. Rejects where it can't be read or is damaged. */
export async function readTables(read: () => Promise<Uint8Array>): Promise<AddressTables> {
  return readAddressTables(await decompress(await read(), { chunkSize: CHUNK_BYTES }));
}

function open({ tables, problem }: AddressTablesState): AddressDataState {
  return tables === undefined ? { problem } : { data: openAddressTables(tables) };
}

async function load(read: () => Promise<AddressTables>): Promise<AddressTablesState> {
  try {
    return { tables: await read() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: t('The network data for addresses could not be read: {0}', reason) };
  }
}
