// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/error_text.h"

#include <QRegularExpression>
#include <QSet>
#include <string>
#include <vector>

#include "catch.h"

namespace footbridge::gui {
namespace {

constexpr int kKinds = static_cast<int>(ErrorKind::OtherPassphrase) + 1;

}  // namespace

TEST_CASE("every failure has words of its own, gentle ones", "[errors]") {
  QSet<QString> seen;
  for (int kind = 0; kind < kKinds; ++kind) {
    const QString words = errorText({static_cast<ErrorKind>(kind), "ours.footbridge", {}, {}, 0});
    INFO(words.toStdString());
    CHECK_FALSE(seen.contains(words));
    seen.insert(words);
    CHECK(words.endsWith(u'.'));
    CHECK_FALSE(words.contains(u'!'));
    CHECK_FALSE(words.contains(QStringLiteral("%1")));
    CHECK_FALSE(words.contains(QStringLiteral("rror")));
  }
}

TEST_CASE("every failure, wherever it came from, says what is safe and then what to do", "[errors]") {
  const std::vector<std::string> facts{
      "",         "folder",   "backup",       "entry",     "sitting",      "line",      "aside", "closed",
      "two",      "partners", "of two",       "gone",      "own part",     "same file", "alone", "open",
      "memory",   "colour",   "another copy", "length",    "older format", kMoved,      kCreate, kReopen,
      kNotClosed, "a",        "ours",         kHalfErased, kSideName,      kNameTooLong};
  const QRegularExpression safe(
      QStringLiteral("[Nn]othing|is safe|are safe|and safe|all safe|safe;|is in it|not touched|as it was|as they "
                     "were|left as it is|is not lost|still here"));
  const QRegularExpression act(
      QStringLiteral("(Try|Choose|Open|Look|Set|Make|Close|Go|Check|Keep|Install|Put|Type|To |If "
                     "|Free|Begin|Only|Bring|Somebody|A third|Press)"));
  for (int kind = 0; kind < kKinds; ++kind) {
    for (const std::string& fact : facts) {
      for (const Error& error : {Error{static_cast<ErrorKind>(kind), "us.footbridge", fact, {}, 3},
                                 Error{static_cast<ErrorKind>(kind), "us.footbridge", {}, fact, 3},
                                 Error{static_cast<ErrorKind>(kind), fact, {}, {}, 3}}) {
        const QString words = errorText(error);
        INFO(kind << " " << fact << ": " << words.toStdString());
        CHECK(safe.match(words).hasMatch());
        CHECK(act.match(words).hasMatch());
        CHECK(words.endsWith(u'.'));
        CHECK_FALSE(words.contains(u'!'));
        CHECK_FALSE(words.contains(u'%'));
      }
    }
  }
}

TEST_CASE("a damaged backup is not called a damaged journal", "[errors]") {
  const QString words = errorText({ErrorKind::Damaged, "/b/20261122-1a.footbridge", "backup", "hash", 0});
  CHECK(words ==
        QStringLiteral("This backup is damaged, and was not used. Your journal is as it was. Choose the one of "
                       "another day."));
}

TEST_CASE("words that wait to be saved are said to be there, whatever the failure", "[errors]") {
  for (int kind = 0; kind < kKinds; ++kind) {
    const QString words = unsavedText({static_cast<ErrorKind>(kind), "ours.footbridge", {}, {}, 0});
    INFO(words.toStdString());
    CHECK(words.contains(QStringLiteral("words are")));
    CHECK(words.endsWith(u'.'));
    CHECK_FALSE(words.contains(u'!'));
  }
  const auto full = unsavedText({ErrorKind::DiskFull, {}, {}, {}, 0});
  CHECK(full == QStringLiteral("Nothing is lost: your words are here. The disk is full. Free some space, then press "
                               "Save again."));
}

TEST_CASE("words that are too long for one place are said to be there once, and what can be done", "[errors]") {
  const QString words = unsavedText({ErrorKind::Invalid, "text", {}, "length", 0});
  CHECK(words.count(QStringLiteral("words are")) == 1);
  CHECK(words.contains(QStringLiteral("Make them shorter")));
  CHECK(unsavedText({ErrorKind::Invalid, "text", {}, {}, 0}) != words);
}

TEST_CASE("a file is named without its folders", "[errors]") {
  const QString words = errorText({ErrorKind::NotAJournal, "/home/alex/private/letters.txt", {}, {}, 0});
  CHECK(words.contains(QStringLiteral("letters.txt")));
  CHECK_FALSE(words.contains(QStringLiteral("private")));
}

TEST_CASE("a failure about nothing in particular still reads", "[errors]") {
  CHECK(errorText({ErrorKind::NotFound, {}, {}, {}, 0}).startsWith(QStringLiteral("“This file”")));
}

TEST_CASE("the disk's particular troubles have words of their own", "[errors]") {
  const QString moved = errorText({ErrorKind::NotFound, "/home/us.footbridge", {}, kMoved, 0});
  CHECK(moved.contains(QStringLiteral("us.footbridge")));
  CHECK(moved != errorText({ErrorKind::NotFound, "/home/us.footbridge", {}, {}, 0}));
  const QString failed = errorText({ErrorKind::DiskFailed, "us.footbridge", kReopen, {}, 5});
  CHECK(failed.contains(QStringLiteral("press F8 again")));
  const QString unsaved = unsavedText({ErrorKind::DiskFailed, "us.footbridge", kReopen, {}, 5});
  CHECK(unsaved.contains(QStringLiteral("press F8 again")));
  CHECK_FALSE(unsaved.contains(QStringLiteral("press Save")));
  CHECK(failed.contains(QStringLiteral("to another disk")));
  CHECK(unsaved.contains(QStringLiteral("copy your words")));  // their page is not left, so no other is named
  CHECK(errorText({ErrorKind::NewerFormat, "us.footbridge", {}, {}, 7}).contains(QStringLiteral("format 7")));
}

TEST_CASE("a file that does not come in is told of in the words of the window", "[errors]") {
  for (const ErrorKind kind : {ErrorKind::BadImport, ErrorKind::AnotherJournal}) {
    const QString words = errorText({kind, "us.footbridge", {}, {}, 0});
    INFO(words.toStdString());
    CHECK(words.contains(QStringLiteral("“Everything, to take along”")));
    for (const char* jargon : {"JSON", "xport", "mport"}) CHECK_FALSE(words.contains(QLatin1String(jargon)));
  }
}

}  // namespace footbridge::gui
