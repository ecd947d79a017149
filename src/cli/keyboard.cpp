// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/keyboard.h"

#include <algorithm>
#include <iostream>

#include "cli/error_text.h"
#include "cli/personal_shelf.h"
#include "cli/recovery_code_text.h"
#include "cli/secret_input.h"
#include "cli/taken_in_text.h"
#include "cli/visible_text.h"
#include "domain/backups.h"
#include "domain/put_aside.h"
#include "domain/text.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

std::string namesOf(const std::vector<Partner>& partners) {
  std::string names;
  for (const Partner& partner : partners) names += (names.empty() ? "" : " and ") + partner.name.text();
  return names;
}

constexpr std::string_view kLooksBack =
    "this opens what was put aside when your partner let you back in, and that alone, to be read: `list`, `search`, "
    "`export --part own` and `verify` show it. Nothing in it can be changed. `footbridge-cli recover` brings it back "
    "with the passphrase of today as well.";

Result<void> enter(storage::SealedJournal& journal, const Partner& partner, const Arguments& arguments,
                   const SecretInput& secrets, Secrets which, bool& looksBack) {
  if (journal.door(vaultOf(partner.id)) != DoorState::Locked) return {};
  const Result<Passphrase> secret = secrets.current("passphrase", partner.name.text());
  if (!secret) return secret.error();
  auto entered = entering(journal, arguments, [&] { return journal.unlock(partner.id, *secret); });
  looksBack = !entered && entered.error().detail == kOfBefore && which == Secrets::OfBeforeToo;
  if (looksBack) entered = entering(journal, arguments, [&] { return journal.lookBack(partner.id, *secret); });
  return entered;
}

Result<Keyboard> sitDownAs(const Arguments& arguments, const SecretInput& secrets, Secrets which, std::ostream& err) {
  Result<OpenJournal> journal = openJournal(arguments);
  if (!journal) return journal.error();
  Keyboard keyboard{std::move(*journal), std::nullopt};
  const std::optional<std::string> name = arguments.value(kAsOption.name);
  if (!name) return keyboard;
  const Result<Partner> partner = partnerNamed(keyboard.journal->partners(), *name);
  if (!partner) return partner.error();
  bool looksBack = false;
  const Result<void> entered = enter(*keyboard.journal, *partner, arguments, secrets, which, looksBack);
  if (!entered) return entered.error();
  keyboard.partner = *partner;
  if (looksBack) {
    err << "footbridge-cli: " << visibleLine(arguments.file()) << ": " << kLooksBack << '\n';
    return keyboard;
  }
  tellOwedCode(*keyboard.journal, *partner);
  tellCameIn(*keyboard.journal, *partner);
  return keyboard;
}

void tellAccepted(const std::string& file, const Error& refusal) {
  std::cerr << "footbridge-cli: " << visibleLine(file) << ": " << acceptedText(refusal) << '\n';
}

/// The backup that was due has been made; an older one was found to be no good.
void tellDrill(const storage::SealedJournal& journal, const BackupStatus& status, const Error& problem) {
  const auto found = std::ranges::find(status.kept, problem.subject, &Backup::file);
  const bool isReplaced = found != status.kept.end() && !found->damaged;
  const char* how = "an older backup could not be read back; a new one was made: ";
  if (problem.kind == ErrorKind::Damaged)
    how = isReplaced ? "today's backup was damaged, and a good one took its place: "
                     : "an older backup is damaged and was not touched; a new one was made: ";
  std::cerr << "footbridge-cli: " << visibleLine(journal.path()) << ": what was saved is safe; " << how
            << visibleLine(problem.subject) << '\n';
}

}  // namespace

bool acceptAloud(storage::SealedJournal& journal, const Error& refusal) {
  if (!journal.accept(refusal)) return false;
  tellAccepted(journal.path(), refusal);
  return true;
}

void PutAway::operator()(storage::SealedJournal* journal) const {
  const std::unique_ptr<storage::SealedJournal> closing(journal);
  Backups* const backups = closing->backups();
  const Result<void> kept = backups ? backups->keepUp(BackupPace::OnceADay) : Result<void>();
  if (kept) return;
  const BackupStatus status = backups->status();
  if (!status.problem && status.drillProblem) return tellDrill(*closing, status, *status.drillProblem);
  std::cerr << "footbridge-cli: " << visibleLine(journal->path())
            << ": what was saved is safe; only today's backup failed: " << visibleLine(kept.error().subject) << ": "
            << visibleLine(reasonText(kept.error())) << ". Please " << wayOnText(kept.error())
            << "; the next command makes it.\n";
}

bool isAccepted(const Arguments& arguments, const Error& refusal) {
  return arguments.has(isLeftOut(refusal) ? kAcceptMissingOption.name : kAcceptOlderOption.name);
}

Result<OpenJournal> openJournal(const Arguments& arguments) {
  const std::string& file = arguments.file();
  platform::forbidMemoryDumps();
  storage::FileShelf shelf = personalShelf();
  auto journal = shelf.openSealed(file);
  for (int told = 0; told < kMostRefusals && isRolledBack(journal); ++told) {
    if (!isAccepted(arguments, journal.error())) break;
    if (const Result<void> accepted = shelf.accept(file, journal.error()); !accepted) return accepted.error();
    tellAccepted(file, journal.error());
    journal = shelf.openSealed(file);
  }
  if (!journal) return journal.error();
  return OpenJournal(std::move(journal).value().release());
}

Result<void> unlock(storage::SealedJournal& journal, const Partner& partner, const Arguments& arguments,
                    const SecretInput& secrets) {
  bool looksBack = false;
  return enter(journal, partner, arguments, secrets, Secrets::OfToday, looksBack);
}

Result<Partner> partnerNamed(const std::vector<Partner>& partners, std::string_view name) {
  const std::string wanted = toNfc(trimmed(name));
  const auto bearsIt = [&wanted](const Partner& partner) { return partner.name.text() == wanted; };
  const auto count = std::ranges::count_if(partners, bearsIt);
  if (count == 1) return *std::ranges::find_if(partners, bearsIt);
  if (wanted == "1") return partners.front();
  if (wanted == "2" && partners.size() == 2) return partners.back();
  if (count > 1) return Error{.kind = ErrorKind::NotAllowed, .subject = wanted, .detail = std::string(kSameName)};
  return Error{
      .kind = ErrorKind::NotFound, .subject = wanted, .place = std::string(kPartner), .detail = namesOf(partners)};
}

namespace {

std::optional<Keyboard> sitDownWith(const Arguments& arguments, std::string_view command, Secrets which,
                                    std::ostream& err, int& code) {
  const std::optional<SecretInput> secrets = SecretInput::from(arguments, command, err);
  if (!secrets) {
    code = kUsage;
    return std::nullopt;
  }
  Result<Keyboard> keyboard = sitDownAs(arguments, *secrets, which, err);
  if (keyboard) return std::move(*keyboard);
  code = report(keyboard.error(), arguments.file(), err);
  return std::nullopt;
}

}  // namespace

std::optional<Keyboard> sitDown(const Arguments& arguments, std::string_view command, std::ostream& err, int& code) {
  return sitDownWith(arguments, command, Secrets::OfToday, err, code);
}

std::optional<Keyboard> sitDownToCheck(const Arguments& arguments, std::string_view command, std::ostream& err,
                                       int& code) {
  return sitDownWith(arguments, command, Secrets::OfBeforeToo, err, code);
}

std::optional<Keyboard> sitDownToRead(const Arguments& arguments, std::string_view command, std::ostream& err,
                                      int& code, Secrets which) {
  std::optional<Keyboard> keyboard = sitDownWith(arguments, command, which, err, code);
  if (!keyboard || keyboard->partner || keyboard->journal->door(VaultId::Ours) != DoorState::Locked) return keyboard;
  // Alone there is no *ours*: what is locked is that of the one.
  const std::vector<Partner> partners = keyboard->journal->partners();
  const std::string whose = partners.size() == 1 ? partners.front().name.text() : std::string();
  code = report({.kind = ErrorKind::Locked, .subject = whose}, arguments.file(), err);
  return std::nullopt;
}

}  // namespace footbridge::cli
