// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/script.h"

#include <algorithm>
#include <array>
#include <map>

#include "gates/parts/gate.h"
#include "storage/search_text.h"

namespace footbridge::gates {
namespace {

using storage::FileShelf;
using storage::SealedJournal;

constexpr std::array kPlaces{"p0", "p1", "p2"};

std::string words(int step, int length) {
  std::string text = "save " + std::to_string(step) + ": ";
  while (static_cast<int>(text.size()) < length) text += "slow kettle window rain ";
  return text;
}

Begun begun(SittingMode mode, PartnerId first) {
  return {.exercise = *ExerciseId::from("lean-on-me"),
          .fingerprint = "00ff",
          .source = "",
          .mode = mode,
          .first = first,
          .day = std::chrono::year(2026) / 11 / 23,
          .lookOfA = std::nullopt,
          .lookOfB = std::nullopt,
          .shortForm = false};
}

StepId stepId(const char* text) {
  return *StepId::from(text);
}

/// The newest note, or the one before; none in a new journal.
std::optional<EntryId> newestNote(const SealedJournal& journal, int skip) {
  for (const Entry& entry : journal.entries(Reader::OursAlone)) {
    if (std::holds_alternative<Note>(entry.body) && skip-- == 0) return entry.id;
  }
  return std::nullopt;
}

Result<void> without(const Result<Entry>& entry) {
  if (!entry) return entry.error();
  return {};
}
Result<void> without(const Result<SittingId>& sitting) {
  if (!sitting) return sitting.error();
  return {};
}

Result<void> addNote(SealedJournal& journal, int step, int length) {
  return without(journal.add(VaultId::Ours, step % 2 == 0 ? PartnerId::A : PartnerId::B, Note{words(step, length)}));
}

Result<void> reviseNote(SealedJournal& journal, int step) {
  const auto note = newestNote(journal, 0);
  return note ? without(journal.revise(*note, Note{words(step, 400)})) : addNote(journal, step, 400);
}

Result<void> removeNote(SealedJournal& journal, int step) {
  const auto note = newestNote(journal, 2);
  return note ? journal.remove(*note) : addNote(journal, step, 90);
}

Result<void> beginSitting(SealedJournal& journal, VaultId lane) {
  if (lane == VaultId::Ours) return without(journal.begin(lane, begun(SittingMode::Together, PartnerId::A)));
  return without(journal.begin(lane, begun(SittingMode::OwnLook, *ownerOf(lane))));
}

Result<void> appendTo(SealedJournal& journal, VaultId lane, int step) {
  const Reader reader = lane == VaultId::Ours ? Reader::OursAlone : readerOf(*ownerOf(lane));
  for (const SittingSummary& sitting : journal.sittings(reader)) {
    if (sitting.begunIn != lane) continue;
    std::vector<SittingEvent> events{Answered{stepId("s1"), WrittenAnswer{words(step, 200)}}, Passed{stepId("s2")}};
    EntryChanges also;
    if (lane == VaultId::Ours) also.added.emplace_back(Note{words(step, 60)});
    return journal.append(sitting.id, lane, std::move(events), std::move(also));
  }
  return beginSitting(journal, lane);
}

/// Bodies without the random numbers that they hold.
std::string textOf(const EntryBody& body, std::map<std::int64_t, std::size_t>& sittings) {
  std::string text = said(body.index(), " ");
  if (const auto* lane = std::get_if<LaneEvent>(&body)) {
    const std::size_t sitting = sittings.try_emplace(lane->sitting.number(), sittings.size()).first->second;
    text += said(sitting, ".", lane->sequence, ".", lane->event.index(), " ");
  }
  return text + storage::searchTextOf(body);
}

void addEntries(std::string& text, const SealedJournal& journal, Reader reader) {
  std::map<std::int64_t, std::size_t> sittings;
  std::vector<Entry> entries = journal.entries(reader);
  std::ranges::reverse(entries);
  for (const Entry& entry : entries) {
    const int author = entry.author ? static_cast<int>(*entry.author) : 0;
    text += said(static_cast<int>(entry.vault), "/", author, "/", entry.revision, "/",
                 entry.changed.time_since_epoch().count(), " ", textOf(entry.body, sittings), "\n");
  }
}

void addDrafts(std::string& text, const SealedJournal& journal) {
  for (const VaultId vault : {VaultId::A, VaultId::B, VaultId::Ours}) {
    for (const char* place : kPlaces) text += said("draft ", journal.findDraft(vault, place).value_or("none"), "\n");
  }
}

}  // namespace

FileShelf stillShelf(const std::filesystem::path& state) {
  const Moment still{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
  return FileShelf({storage::KdfCost::least(), state, [still] { return still; }});
}
FileShelf forgetfulShelf() {
  return stillShelf("/dev/null/nowhere");
}

Passphrase secret(std::string text) {
  return *Passphrase::from(std::move(text));
}
PartnerName personName(const char* text) {
  return *PartnerName::from(text);
}

Result<std::unique_ptr<SealedJournal>> createFor(FileShelf& shelf, const std::string& file) {
  return shelf.createSealed(file, personName("Alex"), personName("Sam"));
}

Result<void> save(SealedJournal& journal, int step) {
  const char* const place = kPlaces[static_cast<std::size_t>(step / 10) % kPlaces.size()];
  switch (step % 10) {
    case 0:
      return beginSitting(journal, VaultId::A);
    case 1:
      return appendTo(journal, VaultId::A, step);
    case 2:
      return addNote(journal, step, step * 37 % 3000);
    case 3:
      return beginSitting(journal, VaultId::Ours);
    case 4:
      return appendTo(journal, VaultId::Ours, step);
    case 5:
      return reviseNote(journal, step);
    case 6:
      return journal.putDraft(VaultId::Ours, place, words(step, step * 13 % 900));
    case 7:
      return step % 20 < 10 ? addNote(journal, step, 9000) : appendTo(journal, VaultId::B, step);
    case 8:
      return removeNote(journal, step);
    default:
      return step % 20 < 10 ? journal.putDraft(VaultId::B, place, words(step, 100))
                            : journal.clearDraft(VaultId::Ours, kPlaces[0]);
  }
}

std::string contentOf(const SealedJournal& journal) {
  std::string text;
  for (const Reader reader : {Reader::OursAlone, Reader::A, Reader::B}) addEntries(text, journal, reader);
  addDrafts(text, journal);
  for (const Partner& partner : journal.partners()) text += said(partner.name.text(), static_cast<int>(partner.colour));
  return text;
}

ContentMark markOf(const SealedJournal& journal) {
  return std::hash<std::string>{}(contentOf(journal));
}

std::vector<ContentMark> expectedContents(int saves) {
  const Scratch scratch;
  FileShelf shelf = forgetfulShelf();
  auto journal = createFor(shelf, scratch.file("expected.footbridge"));
  std::vector<ContentMark> contents;
  if (!journal) return contents;
  contents.push_back(markOf(*journal.value()));
  for (int step = 0; step < saves; ++step) {
    if (!save(*journal.value(), step)) break;
    contents.push_back(markOf(*journal.value()));
  }
  return contents;
}

}  // namespace footbridge::gates
