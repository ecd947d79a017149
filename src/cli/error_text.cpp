// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/error_text.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <system_error>

#include "cli/backup_advice.h"
#include "cli/visible_text.h"
#include "domain/passphrase.h"
#include "domain/put_aside.h"

namespace footbridge::cli {
namespace {

using namespace std::string_literals;

std::string notFoundText(const Error& error) {
  if (error.detail == kMoved)
    return "it was moved or removed while it was open. What was saved before is in it, wherever it is now; please put "
           "it back and try again.";
  if (error.place == kPartner)
    return "nobody called " + error.subject + " is in it; there is " + error.detail +
           ". Nothing was changed; please check the name.";
  if (error.place == kFolder)
    return "the folder for it is not there. Nothing was changed; please make it first, or choose another.";
  return "there is nothing there. Nothing was changed; please check the name."s +
         (error.place == kSource ? "" : " `footbridge-cli new` makes a journal.");
}

std::string invalidText(const Error& error) {
  if (error.detail == kUnreadable)
    return "no " + error.subject +
           " could be read. Nothing was changed; please give it on a line of its own, as UTF-8, "
           "and no longer than " +
           std::to_string(Passphrase::kLongest) + " bytes.";
  if (error.detail == kTwoEntriesDiffer)
    return "the two entries are not the same. Nothing was changed; please try again.";
  const std::string what = error.subject.empty() ? "this"s : error.subject;
  if (error.detail.find("please") != std::string::npos)
    return what + " cannot be used. Nothing was changed: " + error.detail + ".";
  return what + " cannot be used" + (error.detail.empty() ? ""s : " (" + error.detail + ")") +
         ". Nothing was changed; please try it another way.";
}

std::string notAllowedText(const Error& error, std::string_view file) {
  if (error.detail == kNoTerminal)
    return "there is no terminal to ask for the " + error.subject + " on. Nothing was changed; please use --" +
           error.place + ".";
  if (error.detail == kPartners)
    return "the names in it are not those of this journal. Nothing was changed; please check which files belong "
           "together. Was a name changed since? Then put the old one back in the settings of the window, take this in, "
           "and change the name again.";
  if (error.detail == kOfTwo)
    return "it holds what two people share, and this journal is of one of them alone. Nothing was changed; what you "
           "wrote for yourself can come in: please export it there with `--part own --as` and your name, and take in "
           "that.";
  if (error.detail == kGone)
    return "somebody took their part out of one of the two copies, or joined it, after the other was made. Nothing was "
           "changed, so that nothing that was taken out comes back. What you wrote for yourself can come in: please "
           "export it from that copy with `--part own --as` and your name, and take it in with `footbridge-cli "
           "import`.";
  if (error.detail == kBegunAnew)
    return "somebody took out their part and joined again after one of the two copies was made. Nothing was changed; "
           "please open the other copy by itself to read what is in it.";
  if (error.detail == kLeftOut)
    return "words that waited in that copy, or were put aside there, are missing or not as they were left. Nothing was "
           "changed; please open that copy by itself, where it may be written, and go on there; then join it.";
  if (error.detail == kOwnPart)
    return "it holds what one partner wrote for themselves. Nothing was changed; only they can take it in, so please "
           "give --as with their name.";
  if (error.detail == kAlone)
    return "it holds what two people share, and this journal is of one person. Nothing was changed; please take it "
           "into a journal of two.";
  if (error.detail == kSideName)
    return "a name that ends so belongs to a file beside a journal, and a program could take it away one day. Nothing "
           "was changed; please choose a name with another ending, like .footbridge.";
  if (error.detail == kSameFile) return "it is the journal itself. Nothing was changed; please name the other copy.";
  if (error.detail == kSameName)
    return "both partners are called " + error.subject +
           ". Nothing was changed; please use --as 1 for the first or --as 2 for the second.";
  if (error.detail == kNotSure)
    return "nothing was changed. All that you wrote is still there; please try again when you are sure.";
  if (error.subject == "two")
    return "there are two partners in it already. Nothing was changed; please make a new journal for somebody else.";
  if (error.subject == "alone")
    return "this is the journal of one, so there is nobody to do it with. Nothing was changed; to take your part out, "
           "please remove the file" +
           (error.place.empty()
                ? "."s
                : " and its backups, which are all in " + error.place + ". Copies made by hand stay where they are.");
  if (error.subject == "open")
    return "their part is open, so there is nothing to readmit. Nothing was changed; please go on as they are.";
  if (error.subject == "aside")
    return "too many parts were put aside, and all are safe. Please bring one back first with its code.";
  return "this is not possible here" + (error.detail.empty() ? ""s : " (" + error.detail + ")") +
         ". Nothing was changed; please look at `footbridge-cli info " + std::string(file) +
         "`, which shows how things stand.";
}

std::string lockedText(const Error& error) {
  if (error.detail == "aside")
    return "this code opens what was put aside, and it is safe still. Please give the passphrase of today as well; "
           "without that, `footbridge-cli export --part own` takes all of it out with this alone.";
  if (error.detail == "put aside")
    return "what waits belongs with what was put aside, and is safe. Please bring that back first with `footbridge-cli "
           "recover` and its code; the rest comes in with it.";
  const std::string whose = error.subject.empty() ? "ours"s : error.subject;
  return whose + " is locked and safe. Please say who is at the keyboard with --as NAME, and give the passphrase.";
}

/// First what is safe, then how things stand, then the two ways on.
std::string olderText(const Error& error) {
  const std::string fewer =
      error.number > 0 ? ": " + std::to_string(error.number) + (error.number == 1 ? " note fewer" : " notes fewer")
                       : ""s;
  if (error.detail == kAsideLeftOut)
    return "nothing was changed. Words that were put aside here, and wait for their code, are missing or not as they "
           "were left. Please look for an older copy or a backup that has them; to go on without them, add "
           "--accept-missing.";
  if (error.detail == kWaitingLeftOut)
    return "nothing was changed. Words from another copy that wait here are missing or not as they were left. Please "
           "keep that copy; to go on, add --accept-missing, and then join it again.";
  return "nothing was changed. This copy is older than the one last used here" + fewer +
         ". If you put it here yourself, add --accept-older; if not, please look for the newer file.";
}

std::string damagedText(const Error& error) {
  if (error.place == kBackup)
    return "this backup is damaged and was not used. Your journal was not touched; please take another backup.";
  if (error.detail == kWaiting)
    return "something that came with another copy, and waits to be taken in, is damaged. What was here before is as it "
           "was; please merge that copy once more, as the one whose it is.";
  return "it is damaged, so that part of it cannot be read. Nothing was changed; please keep this file as it is.";
}

std::string diskReason(const Error& error) {
  const int number = static_cast<int>(error.number);
  if (error.detail == kNameTooLong) return "its name is too long, or that of a file that belongs beside it";
  if (error.detail == kOverwritten) return "another program has put another file in its place while it was open";
  return (error.place == kReopen ? "the disk failed while writing"s : "the disk said no"s) +
         (number > 0 ? " ("s + std::error_code(number, std::generic_category()).message() + ")" : ""s);
}

std::string diskText(const Error& error) {
  if (error.detail == kNameTooLong) return diskReason(error) + ". Nothing was changed; please give it a shorter name.";
  if (error.detail == kOverwritten)
    return diskReason(error) + ". Nothing was put into that file; please do this again, and the file is read anew.";
  return diskReason(error) + ". What was saved before is safe. Please " +
         (error.place == kReopen ? "try again, or copy the file to another disk and use it there."
                                 : "check the permissions and the disk, or use another folder.");
}

struct Words {
  ErrorKind kind;
  std::string_view text;
};
/// Where it makes no difference what the error is about.
constexpr std::array kWords{
    Words{ErrorKind::WeakPassphrase,
          "this passphrase could be guessed, and names or dates make it easier. Nothing was changed; please try four "
          "or five words that have nothing to do with each other."},
    Words{ErrorKind::AlreadyExists,
          "something stands there already, and it is never overwritten. Please choose another name."},
    Words{ErrorKind::WrongPassphrase,
          "this passphrase does not open it. Nothing was changed; please try again. `footbridge-cli recover` takes the "
          "recovery code."},
    Words{ErrorKind::WrongCode,
          "this recovery code does not open it. Nothing was changed; please compare it with the paper, letter by "
          "letter."},
    Words{ErrorKind::NotProtected,
          "nothing is private there yet, and nothing was changed. Please set a passphrase first with `footbridge-cli "
          "protect`."},
    Words{ErrorKind::NotAJournal, "this is no Footbridge journal. Nothing was changed; please check the name."},
    Words{ErrorKind::NetworkFileSystem,
          "it lies on a network drive, where a journal could be harmed. Nothing was changed; please use a folder on "
          "this computer's own disk."},
    Words{ErrorKind::ReadOnly,
          "it can be read here and not written. Nothing was changed; please check the permissions of the file and its "
          "folder."},
    Words{ErrorKind::InUse,
          "another program has it open. What was saved there is safe; please close it there and try again."},
    Words{ErrorKind::DiskFull,
          "the disk is full. What was saved before is safe, and nothing of this was kept. Please make some room and "
          "try again."},
    Words{ErrorKind::AnotherJournal,
          "this is another journal and no copy of this one. Nothing was changed; to carry things over, please use "
          "`footbridge-cli export` and `import`."},
};

/// Where one detail says it all.
struct DetailWords {
  ErrorKind kind;
  std::string_view detail;
  std::string_view text;
};
constexpr std::array kDetailWords{
    DetailWords{ErrorKind::NotAJournal, kInTheWay,
                "something that is not the journal's own bears this name, which belongs to the journal beside it. "
                "Nothing was changed; please move it away, and then try again."},
    DetailWords{ErrorKind::NotAJournal, kSymbolicLink,
                "this is a symbolic link, and a journal is only opened where it lies. Nothing was changed; please give "
                "the name of the file that it leads to."},
    DetailWords{ErrorKind::WrongPassphrase, kOfBefore,
                "this is of before your partner let you back in. What you wrote with it is safe and put aside. Nothing "
                "was changed; `footbridge-cli list`, `search`, `verify` and `export --part own` open it with this "
                "alone, and `footbridge-cli recover` brings it back with the passphrase of today as well."},
    DetailWords{ErrorKind::InUse, kBeingMade,
                "a backup of another copy of this journal is being made just now. Nothing was changed; please try "
                "again in a moment."},
    DetailWords{ErrorKind::ReadOnly, kNotClosed,
                "it was not closed properly, as when the power goes. Nothing was changed, and what was saved in it is "
                "safe; please open it once by itself, and then try again. Where it may not be written, please copy it "
                "first, along with the file beside it that ends in -journal."},
};

std::string fixedText(const Error& error) {
  for (const auto& [kind, detail, text] : kDetailWords)
    if (kind == error.kind && detail == error.detail) return std::string(text);
  const auto* const found = std::ranges::find(kWords, error.kind, &Words::kind);
  if (found != kWords.end()) return std::string(found->text);
  return "something went wrong. What was saved before is safe; please try again.";
}

std::string halfErasedText(const Error& error) {
  const std::string way = error.kind == ErrorKind::DiskFull ? "make some room on the disk" : "look at the disk";
  return "the part is still in this journal, and may be gone from some of its backups already. Nothing else was "
         "changed; please " +
         way + " and erase it again, which finishes it.";
}

std::string placed(const Error& error, std::string_view advice) {
  return (error.place.empty() ? ""s : "at " + error.place + ": ") + error.detail + std::string(advice);
}

}  // namespace

ExitCode exitCodeOf(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Damaged:
    case ErrorKind::RolledBack:
      return kDamaged;
    case ErrorKind::InUse:
      return kInUse;
    case ErrorKind::DiskFull:
    case ErrorKind::DiskFailed:
      return kDiskRefused;
    default:
      return kRefused;
  }
}

std::string acceptedText(const Error& error) {
  if (error.detail == kAsideLeftOut)
    return "words that were put aside are missing here; it is gone on with without them.";
  if (error.detail == kWaitingLeftOut)
    return "words from another copy that waited are missing here; it is gone on with without them.";
  return "this copy is older than the one last used here; it is taken for the newest.";
}

std::string errorText(const Error& error, std::string_view file) {
  if (error.detail == kHalfErased) return halfErasedText(error);
  switch (error.kind) {
    case ErrorKind::NotFound:
      return notFoundText(error);
    case ErrorKind::NotProtected:
      return error.detail == kNeedsNoCode ? error.subject +
                                                " has no passphrase, and so needs no code. Nothing was "
                                                "changed; `footbridge-cli protect` sets a passphrase."
                                          : fixedText(error);
    case ErrorKind::Locked:
      return lockedText(error);
    case ErrorKind::Invalid:
      return invalidText(error);
    case ErrorKind::NewerFormat:
      return "it was written by a newer Footbridge (format " + std::to_string(error.number) +
             "). Nothing was changed; please update the program.";
    case ErrorKind::NotAllowed:
      return notAllowedText(error, file);
    case ErrorKind::Damaged:
      return damagedText(error);
    case ErrorKind::RolledBack:
      return olderText(error);
    case ErrorKind::DiskFailed:
      return diskText(error);
    case ErrorKind::BadImport:
      return placed(error,
                    ". Nothing was taken in; please give a file that `footbridge-cli export --format json` wrote.");
    case ErrorKind::OtherPassphrase:
      return "this copy has a passphrase of its own. Nothing was changed; please give --as " + error.subject +
             " and the passphrase that opens the copy.";
    case ErrorKind::BadContent:
      return placed(error, ". No journal was touched; please mend the file, or leave it out.");
    default:
      return fixedText(error);
  }
}

std::string reasonText(const Error& error) {
  switch (error.kind) {
    case ErrorKind::DiskFull:
      return "the disk is full";
    case ErrorKind::DiskFailed:
      return diskReason(error);
    case ErrorKind::ReadOnly:
      return "it can be read and not written";
    case ErrorKind::Damaged:
      return "part of it cannot be read";
    case ErrorKind::InUse:
      return "another program has it open";
    case ErrorKind::NotFound:
      return "it is not there any more";
    default:
      return "something went wrong";
  }
}

std::string wayOnText(const Error& error) {
  switch (error.kind) {
    case ErrorKind::DiskFull:
      return "make some room";
    case ErrorKind::DiskFailed:
      return "check the disk and the permissions there";
    case ErrorKind::ReadOnly:
      return "check the permissions there";
    case ErrorKind::InUse:
      return "close it there";
    default:
      return "look at what is there";
  }
}

int report(const Error& error, std::string_view file, std::ostream& err) {
  // What stands in the way may be a leftover beside the file that was named.
  const std::string& stands = error.subject;
  const bool leftover = stands.ends_with("-journal") || stands.ends_with("-wal");
  const bool inTheWay = error.kind == ErrorKind::NotAJournal && error.detail == kInTheWay;
  if ((error.kind == ErrorKind::AlreadyExists && leftover) || inTheWay) file = stands;
  const std::string wayOn = backupAdvice(error, file);
  err << "footbridge-cli: " << visibleLine(file) << ": " << visibleLine(errorText(error, file) + wayOn) << '\n';
  return exitCodeOf(error.kind);
}

int reportSource(Error error, std::string_view file, std::ostream& err) {
  if (error.kind == ErrorKind::NotFound) error.place = kSource;
  return report(error, file, err);
}

int reportCopy(Error error, const std::string& from, const std::string& to, std::ostream& err) {
  const bool ofTarget = !error.subject.empty() && (error.subject == to || error.kind == ErrorKind::AlreadyExists);
  if (error.kind == ErrorKind::NotFound && ofTarget) error.place = kFolder;
  const bool named = ofTarget || error.subject.empty();
  return report(error, named ? (ofTarget ? to : from) : error.subject, err);
}

}  // namespace footbridge::cli
