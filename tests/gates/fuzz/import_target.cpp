// SPDX-License-Identifier: GPL-3.0-or-later
// An export that somebody wants taken in. It is refused with a place, or it comes in whole: the journal stays sound,
// and what it then gives out can be taken in again.
#include "domain/exchange.h"
#include "gates/fuzz/scratch_file.h"
#include "gates/fuzz/target.h"
#include "storage/import_parser.h"
#include "storage/shelf.h"

using namespace footbridge;

namespace {

std::unique_ptr<Journal> journalOf(const std::vector<Partner>& partners) {
  storage::FileShelf shelf({storage::KdfCost::least(), "/dev/null/nowhere", {}});
  auto journal = shelf.createInMemory(partners.front().name, partners.back().name);
  return journal ? std::move(journal).value() : nullptr;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto parsed = storage::parseExport(gates::textOf(bytes, size));
  if (!parsed) {
    gates::must(parsed.error().kind == ErrorKind::BadImport && !parsed.error().detail.empty());
    return 0;
  }
  const std::string file = gates::scratchFile("sample.json", gates::textOf(bytes, size));
  const auto journal = journalOf(parsed->partners);
  gates::must(journal != nullptr);
  if (!journal->exchange()->importFrom(file, parsed->reader)) return 0;
  const auto out = journal->exchange()->exported({ExportFormat::Json, parsed->reader, ExportPart::Everything, nullptr});
  gates::must(out.ok() && storage::parseExport(*out).ok());
  return 0;
}
