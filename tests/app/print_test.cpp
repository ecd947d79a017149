// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <map>

#include "catch.h"
#include "content/folder_catalog.h"
#include "gui/sheets/exercise_sheets.h"

using namespace footbridge;
using app::PrintRequest;

namespace {

const std::string kAlexName = "Alex";
const std::string kSamName = "Sam";
/// The choice that every gate for two has besides its own.
const std::string kRatherElse = "I would rather do something else today";
constexpr double kMargin = 16 / 25.4 * 72;
constexpr double kHair = 1.5;

content::FolderCatalog& shipped() {
  static content::FolderCatalog catalog(std::filesystem::path(FOOTBRIDGE_CONTENT) / "en");
  return catalog;
}

std::vector<std::shared_ptr<const Exercise>> allExercises() {
  std::vector<std::shared_ptr<const Exercise>> all{*shipped().weeklyLook()};
  const auto index = *shipped().exercises();
  for (const ExerciseSummary& summary : index) all.push_back(*shipped().exercise(summary.id));
  return all;
}

QByteArray run(const char* program, const QStringList& arguments) {
  QProcess process;
  process.start(QString::fromLatin1(program), arguments);
  REQUIRE(process.waitForFinished(20000));
  REQUIRE(process.exitCode() == 0);
  return process.readAllStandardOutput();
}

QString squeezed(QString text) {
  return text.remove(QRegularExpression(QStringLiteral("\\s+")));
}

/// The words of one printed exercise, page by page, in the order that they were drawn in and without white space.
class Printed {
 public:
  Printed(const Exercise& exercise, gui::PaperSize paper, const gui::SheetNames& names) {
    QFile file(path());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(gui::exerciseSheets(exercise, {paper, names, *shipped().evidence()}));
    file.close();
    const QString text = QString::fromUtf8(run("pdftotext", {QStringLiteral("-raw"), path(), QStringLiteral("-")}));
    m_pages = text.split(u'\f', Qt::SkipEmptyParts);
    for (QString& page : m_pages) page = squeezed(page);
  }

  [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("sheets.pdf")); }
  /// All pages of one sheet, known by what stands at their foot.
  [[nodiscard]] QString sheet(const char* foot) const {
    QString all;
    for (const QString& page : m_pages) {
      if (page.contains(QStringLiteral("Footbridge·%1·").arg(QString::fromUtf8(foot)))) all += page;
    }
    return all;
  }
  [[nodiscard]] int pagesOf(const char* foot) const {
    int count = 0;
    for (const QString& page : m_pages)
      count += page.contains(QStringLiteral("Footbridge·%1·").arg(QString::fromUtf8(foot))) ? 1 : 0;
    return count;
  }
  [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }

 private:
  QTemporaryDir m_folder;
  QStringList m_pages;
};

void checkSays(const QString& sheet, const std::string& words, const std::string& me, const std::string& partner) {
  const QString wanted = squeezed(QString::fromStdString(withNames(words, me, partner)));
  INFO(words);
  CHECK(sheet.contains(wanted));
}

/// Everything of a step's form that has words.
std::vector<std::string> wordsOf(const Step& step) {
  std::vector<std::string> words{step.title, step.text};
  if (step.kind() == StepKind::Write) words.insert(words.end(), step.starters.begin(), step.starters.end());
  if (const auto* read = std::get_if<ReadStep>(&step.form))
    words.insert(words.end(), read->paragraphs.begin(), read->paragraphs.end());
  if (const auto* speak = std::get_if<SpeakStep>(&step.form))
    words.insert(words.end(), speak->prompts.begin(), speak->prompts.end());
  if (const auto* ask = std::get_if<AskStep>(&step.form))
    words.insert(words.end(), {ask->happenedHint, ask->feelHint, ask->helpHint});
  if (const auto* agree = std::get_if<AgreeStep>(&step.form))
    words.insert(words.end(), agree->suggestions.begin(), agree->suggestions.end());
  // The day that the screen proposes.
  const std::map<int, std::string> days{
      {3, "in three days"}, {7, "in a week"}, {14, "in two weeks"}, {30, "in a month"}, {90, "in three months"}};
  if (const auto* agree = std::get_if<AgreeStep>(&step.form); agree != nullptr && !agree->review)
    words.push_back(days.at(agree->lookBack));
  if (const auto* choose = std::get_if<ChooseStep>(&step.form)) {
    for (const Card& card : choose->cards) words.insert(words.end(), {card.text, card.note});
  }
  if (const auto* rate = std::get_if<RateStep>(&step.form)) {
    for (const RateItem& item : rate->items) words.insert(words.end(), {item.text, item.low, item.high});
  }
  return words;
}

void checkPartnerSheet(const Exercise& exercise, const QString& sheet, const std::string& me,
                       const std::string& partner) {
  for (const Step& step : exercise.steps) {
    for (const std::string& words : wordsOf(step)) checkSays(sheet, words, me, partner);
  }
  for (const std::string& line : exercise.notNow) checkSays(sheet, line, me, partner);
  for (const std::string& line : exercise.groundRules) checkSays(sheet, line, me, partner);
  for (const std::string* words :
       {&exercise.title, &exercise.summary, &exercise.why, &exercise.stepDown, &exercise.home})
    checkSays(sheet, *words, me, partner);
  if (!exercise.gate) return;
  checkSays(sheet, exercise.gate->question, me, partner);
  for (const Gate::Choice& choice : exercise.gate->choices) {
    checkSays(sheet, choice.text, me, partner);
    checkSays(sheet, choice.answer, me, partner);
  }
  if (exercise.audience == Audience::Two) checkSays(sheet, kRatherElse, me, partner);
}

void checkFacilitatorSheet(const Exercise& exercise, const QString& sheet, const std::string& a, const std::string& b) {
  const FacilitatorNotes& notes = exercise.facilitator;
  for (const std::string* words :
       {&notes.aim, &notes.mechanism, &notes.forWhom, &notes.notForWhom, &notes.seating, &notes.shorten,
        &notes.stepDown, &notes.badEnding, &notes.home, &notes.adaptations, &exercise.evidenceGrade})
    checkSays(sheet, *words, a, b);
  for (const std::string& line : notes.script) checkSays(sheet, line, a, b);
  for (const WatchFor& watch : notes.watchFor) {
    checkSays(sheet, watch.sign, a, b);
    checkSays(sheet, watch.say, a, b);
  }
  for (const EvidenceNote& note : exercise.evidence) checkSays(sheet, note.text, a, b);
  for (const Step& step : exercise.steps) checkSays(sheet, step.title, a, b);
  if (exercise.gate && exercise.audience == Audience::Two) checkSays(sheet, kRatherElse, a, b);
}

/// What is said to one partner alone, where it names somebody, is on that partner's sheet in no other form.
void checkKeptApart(const Exercise& exercise, const QString& ofA, const QString& ofB, const std::string& a,
                    const std::string& b) {
  for (const Step& step : exercise.steps) {
    if (step.who != StepFor::Each) continue;
    for (const std::string& words : {step.title, step.text}) {
      const QString toA = squeezed(QString::fromStdString(withNames(words, a, b)));
      const QString toB = squeezed(QString::fromStdString(withNames(words, b, a)));
      if (toA == toB) continue;
      INFO(words);
      CHECK_FALSE(ofA.contains(toB));
      CHECK_FALSE(ofB.contains(toA));
    }
  }
}

void checkWithinMargins(const QString& pdf) {
  const QString boxes = QString::fromUtf8(run("pdftotext", {QStringLiteral("-bbox"), pdf, QStringLiteral("-")}));
  const QRegularExpression tag(
      QStringLiteral("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\"|"
                     "<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\">([^<]*)"));
  double width = 0;
  double height = 0;
  for (auto matches = tag.globalMatch(boxes); matches.hasNext();) {
    const auto match = matches.next();
    if (!match.captured(1).isEmpty()) {
      width = match.captured(1).toDouble();
      height = match.captured(2).toDouble();
      continue;
    }
    const bool within = match.captured(3).toDouble() >= kMargin - kHair &&
                        match.captured(4).toDouble() >= kMargin - 4 * kHair &&
                        match.captured(5).toDouble() <= width - kMargin + kHair &&
                        match.captured(6).toDouble() <= height - kMargin + kHair;
    if (within) continue;
    INFO(match.captured(0).toStdString());
    CHECK(within);
  }
  CHECK(width > 0);
}

PrintRequest requestFor(const QString& path, const std::string& exercise = "the-pause-plan") {
  return {exercise, path.toStdString(), PrintRequest::Paper::A4, std::nullopt};
}

struct Reply {
  int code;
  QString said;
};

Reply program(const QStringList& arguments) {
  QProcess process;
  QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
  bare.remove(QStringLiteral("DISPLAY"));
  bare.remove(QStringLiteral("WAYLAND_DISPLAY"));
  bare.remove(QStringLiteral("QT_QPA_PLATFORM"));
  bare.insert(QStringLiteral("XDG_RUNTIME_DIR"), QDir::tempPath());
  process.setProcessEnvironment(bare);
  process.start(QStringLiteral(FOOTBRIDGE_PROGRAM), arguments);
  REQUIRE(process.waitForFinished(20000));
  QStringList lines = QString::fromUtf8(process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
  lines.removeIf([](const QString& line) { return line.startsWith(u"QStandardPaths"); });
  return {process.exitCode(), lines.join(u'\n')};
}

}  // namespace

TEST_CASE("Every exercise on paper says all that it says on the screen, on one to four pages a sheet") {
  struct Job {
    gui::PaperSize paper;
    gui::SheetNames names;
    std::string a, b;  ///< as the sheets call the two
  };
  const Job jobs[] = {{gui::PaperSize::A4, {QStringLiteral("Alex"), QStringLiteral("Sam")}, kAlexName, kSamName},
                      {gui::PaperSize::Letter, {}, "A", "B"}};
  for (const auto& [paper, names, a, b] : jobs) {
    for (const auto& exercise : allExercises()) {
      INFO(exercise->id.text() << " for " << a << " and " << b);
      const Printed printed(*exercise, paper, names);
      const bool forTwo = exercise->audience == Audience::Two;
      const char* const first = forTwo ? "SheetA" : "Sheet";
      int pages = 0;
      for (const char* foot :
           forTwo ? std::vector{first, "SheetB", "Forthefacilitator"} : std::vector{first, "Forthefacilitator"}) {
        INFO(foot);
        CHECK(printed.pagesOf(foot) >= 1);
        CHECK(printed.pagesOf(foot) <= 4);
        CHECK_FALSE(printed.sheet(foot).contains(u'{'));
        CHECK_FALSE(printed.sheet(foot).contains(u'%'));
        pages += printed.pagesOf(foot);
      }
      CHECK(pages == printed.pages());
      checkPartnerSheet(*exercise, printed.sheet(first), a, b);
      if (forTwo) checkPartnerSheet(*exercise, printed.sheet("SheetB"), b, a);
      if (forTwo) checkKeptApart(*exercise, printed.sheet("SheetA"), printed.sheet("SheetB"), a, b);
      checkFacilitatorSheet(*exercise, printed.sheet("Forthefacilitator"), a, b);
      checkWithinMargins(printed.path());
    }
  }
}

TEST_CASE("Fonts lie in the file, and the margins of a page are white") {
  for (const char* id : {"round-and-round", "three-floors", "before-i-tell-you"}) {
    INFO(id);
    const Printed printed(**shipped().exercise(*ExerciseId::from(id)), gui::PaperSize::A4, {});
    const QString fonts = QString::fromUtf8(run("pdffonts", {printed.path()}));
    CHECK(fonts.contains(QStringLiteral("Vollkorn")));
    CHECK(fonts.contains(QStringLiteral("Inter")));
    CHECK_FALSE(fonts.contains(QRegularExpression(QStringLiteral("Identity-H +no"))));
    const QTemporaryDir folder;
    run("pdftoppm", {QStringLiteral("-r"), QStringLiteral("40"), QStringLiteral("-gray"), QStringLiteral("-png"),
                     printed.path(), folder.filePath(QStringLiteral("page"))});
    for (const QFileInfo& file : QDir(folder.path()).entryInfoList({QStringLiteral("*.png")})) {
      const QImage page(file.filePath());
      const QRect inside = page.rect().adjusted(23, 23, -23, -23);  // 14.6 mm
      int marks = 0;
      for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) marks += !inside.contains(x, y) && qGray(page.pixel(x, y)) < 250 ? 1 : 0;
      }
      INFO(file.fileName().toStdString());
      CHECK(marks == 0);
    }
  }
}

TEST_CASE("An unknown exercise is answered with those that sound like it") {
  const std::vector<std::string> known{"a-kind-no", "the-pause-plan", "three-floors"};
  CHECK(app::nearIds("the-pause-plann", known) == std::vector<std::string>{"the-pause-plan"});
  CHECK(app::nearIds("pause", known) == std::vector<std::string>{"the-pause-plan"});
  CHECK(app::nearIds("zzz", known).empty());
  const QTemporaryDir folder;
  const auto refused = app::printSheets(requestFor(folder.filePath(QStringLiteral("a.pdf")), "The Pause Plan"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::NotFound);
  CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("A file is written whole, never over another, and nothing is left where it fails") {
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("sheets.pdf"));
  REQUIRE(app::printSheets(requestFor(path)));
  CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{QStringLiteral("sheets.pdf")});
  const QByteArray before = run("pdfinfo", {path});
  const auto again = app::printSheets(requestFor(path, "a-kind-no"));
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::AlreadyExists);
  CHECK(run("pdfinfo", {path}) == before);
  const auto nowhere = app::printSheets(requestFor(folder.filePath(QStringLiteral("none/sheets.pdf"))));
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().kind == ErrorKind::DiskFailed);
}

TEST_CASE("The program prints without a display, and refuses in one line with the right code") {
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("sheets.pdf"));
  const auto print = [](const QString& exercise, const QString& file) {
    return QStringList{QStringLiteral("--print"), exercise, QStringLiteral("--output"), file};
  };
  const QString known = QStringLiteral("a-kind-no");
  const Reply done = program(print(known, path) + QStringList{QStringLiteral("--paper"), QStringLiteral("letter")});
  CHECK(done.code == 0);
  CHECK(done.said.toStdString() == "");
  CHECK(QString::fromUtf8(run("pdfinfo", {path})).contains(QStringLiteral("(letter)")));
  struct Refusal {
    QStringList arguments;
    int code;
    const char* said;
  };
  const QString other = folder.filePath(QStringLiteral("other.pdf"));
  for (const auto& [arguments, code, said] : std::vector<Refusal>{
           {print(known, path), 1, "is there already"},
           {print(QStringLiteral("a-kind-not"), other), 1, "perhaps you mean a-kind-no"},
           {print(known, QStringLiteral("/proc/none/x.pdf")), 5, "please choose another folder"},
           {{QStringLiteral("--print"), known}, 2, "--output FILE.pdf"},
           {print(known, other) + QStringList{QStringLiteral("--paper"), QStringLiteral("a3")}, 2, "a4 or letter"},
           {print(QStringLiteral("a-kind\x1b[2J-no"), other), 1, "there is no exercise"},
           {{QStringLiteral("--\x1b[2J")}, 2, "--help says what there is"},
       }) {
    const Reply answer = program(arguments);
    INFO(answer.said.toStdString());
    CHECK(answer.code == code);
    CHECK(answer.said.contains(QString::fromUtf8(said)));
    CHECK(answer.said.count(u'\n') == 0);
    CHECK_FALSE(answer.said.contains(u'\x1b'));
  }
  CHECK_FALSE(QFile::exists(other));
}
