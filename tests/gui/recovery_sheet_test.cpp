// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/recovery_sheet.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "catch.h"
#include "fakes/fake_vault_door.h"
#include "fakes/short_files.h"
#include "gui/sheets/new_private_file.h"

using namespace footbridge;

namespace {

const QStringList kGroups{QStringLiteral("K7QP"), QStringLiteral("2M4T"), QStringLiteral("9XWB"),
                          QStringLiteral("H3RD"), QStringLiteral("V8NC"), QStringLiteral("5JGE"),
                          QStringLiteral("YZ")};
constexpr Day kMade{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};

/// What another program makes of the page.
QString ask(const char* program, const QStringList& arguments) {
  QProcess process;
  process.start(QString::fromLatin1(program), arguments);
  REQUIRE(process.waitForFinished(10000));
  REQUIRE(process.exitCode() == 0);
  return QString::fromUtf8(process.readAllStandardOutput());
}

struct Printed {
  QTemporaryDir folder;
  QString path = folder.filePath(QStringLiteral("page.pdf"));

  explicit Printed(const Partner& owner = fakes::partner(PartnerId::A, "Zoë"),
                   const std::optional<Partner>& other = std::nullopt) {
    REQUIRE(gui::writeNewPrivateFile(path, gui::recoverySheet(owner, other, kGroups, kMade)));
  }
  QString text() const { return ask("pdftotext", {QStringLiteral("-layout"), path, QStringLiteral("-")}); }
  QString facts() const { return ask("pdfinfo", {path}); }
};

}  // namespace

TEST_CASE("the page to print holds the code, whose it is and where to keep it, as text") {
  const Printed page;
  const QString text = page.text();
  for (const QString& group : kGroups) {
    CAPTURE(group.toStdString());
    CHECK(text.count(group) == 1);
  }
  CHECK(text.contains(QStringLiteral("A way back in, for Zoë")));
  CHECK(text.contains(QStringLiteral("22 November 2026")));
  CHECK(text.simplified().contains(QStringLiteral("Not with the laptop")));
  CHECK(text.simplified().contains(QStringLiteral("no I, L, O or U")));
  CHECK(page.facts().contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
}

TEST_CASE("the page says which of two who bear one name it is for") {
  const Printed page(fakes::partner(PartnerId::B, "Kim"), fakes::partner(PartnerId::A, "Kim"));
  CHECK(page.text().contains(QStringLiteral("A way back in, for Kim 2")));
}

TEST_CASE("the page is as large as paper is here") {
  const QLocale before;
  const auto sizeIn = [](const QLocale& locale) {
    QLocale::setDefault(locale);
    return Printed().facts();
  };
  CHECK(sizeIn(QLocale(QLocale::English, QLocale::UnitedStates)).contains(QStringLiteral("(letter)")));
  CHECK(sizeIn(QLocale(QLocale::English, QLocale::UnitedKingdom)).contains(QStringLiteral("(A4)")));
  QLocale::setDefault(before);
}

TEST_CASE("the page is its owner's alone, and never written over a file") {
  const Printed page;
  const auto others =
      QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
  CHECK((QFile::permissions(page.path) & others) == QFileDevice::Permissions());
  const qint64 size = QFileInfo(page.path).size();
  const auto again = gui::writeNewPrivateFile(page.path, "other");
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::AlreadyExists);
  CHECK(QFileInfo(page.path).size() == size);
  const QString link = page.folder.filePath(QStringLiteral("link.pdf"));
  QFile::link(page.folder.filePath(QStringLiteral("nowhere")), link);
  CHECK_FALSE(gui::writeNewPrivateFile(link, "other"));
  CHECK_FALSE(QFile::exists(page.folder.filePath(QStringLiteral("nowhere"))));
}

TEST_CASE("a folder that takes nothing is said so, and nothing is left there") {
  const auto refused = gui::writeNewPrivateFile(QStringLiteral("/proc/page.pdf"), "words");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind != ErrorKind::AlreadyExists);
}

TEST_CASE("a page that the disk has no room for is said to be so, and nothing is left of it") {
  const QTemporaryDir folder;
  Result<void> written;
  {
    const footbridge::test::ShortFiles most(10);
    written = gui::writeNewPrivateFile(folder.filePath(QStringLiteral("page.pdf")), QByteArray(100, 'w'));
  }
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::DiskFull);
  CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}
