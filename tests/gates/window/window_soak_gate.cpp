// SPDX-License-Identifier: GPL-3.0-or-later
// window_soak_gate [actions=N]
// Uses the real window without end, without a display, on a journal that stays the same size: walks about, reads,
// searches, writes and throws away, changes notes, locks and unlocks. A lock begins a new program within the same
// process, where the real one would take all memory away; so what it leaves behind would be seen here.
// An action is one thing that a person does: a button pressed, a line typed, an entry picked, a page gone to.
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTimer>
#include <cstdlib>
#include <random>

#include "app/program.h"
#include "app/tour/robot.h"
#include "gates/instead/once_derived.h"
#include "gates/parts/footprint.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;
using gui::PageName;

namespace {

constexpr int kNotes = 40;
constexpr std::uint64_t kBetweenLocks = 300;
constexpr int kRevisions = 10;  // as many as are kept, so that one more takes one away

bool writeJournal(const std::string& file) {
  auto shelf = forgetfulShelf();
  auto journal = createFor(shelf, file);
  bool kept = journal && journal.value()->protect(PartnerId::A, secret(kAlex)).ok();
  for (int i = 0; kept && i < kNotes; ++i) {
    const auto note = journal.value()->add(VaultId::A, PartnerId::A, Note{said("note ", i)});
    for (int r = 0; kept && r < kRevisions; ++r)
      kept = note && journal.value()->revise(note->id, Note{said("note ", i, " w", r)});
  }
  return kept;
}

class Evening {
 public:
  explicit Evening(std::string file) : m_file(std::move(file)) { begin(); }

  // Does one small errand of some actions.
  void run(std::mt19937_64& random) {
    static constexpr PageName kPages[] = {PageName::Today, PageName::Practices, PageName::WeeklyLook, PageName::Story,
                                          PageName::Settings};
    switch (random() % 9) {
      case 0:
      case 1:
        return goTo(kPages[random() % std::size(kPages)]);
      case 2:
        return search(random);
      case 3:
        return readOne(random);
      case 4:
        return changeOne(random);
      case 5:
        return writeAndThrowAway(random);
      case 6:
        return lookAtJournal();
      case 7:
        return lookAtExercise(random);
      default:
        return lookAtSafety();
    }
  }

  void lockAndUnlock() {
    m_locked = false;
    Q_EMIT m_program->window().lockAsked();
    if (!m_locked) m_robot->fault(QStringLiteral("it did not lock"));
    begin();
  }

  [[nodiscard]] std::uint64_t actions() const { return m_actions; }
  [[nodiscard]] std::uint64_t faults() const { return m_faults + static_cast<std::uint64_t>(m_robot->faults().size()); }

 private:
  void begin() {
    if (m_robot) {
      m_faults = faults();
      for (const QString& fault : m_robot->faults()) complain(fault.toStdString());
    }
    m_robot.reset();
    m_program.reset();
    app::Program::Options options{storage::KdfCost::least(), [this](const auto&) { m_locked = true; }};
    app::WindowRequest request;
    request.journal = m_file;
    m_program = std::make_unique<app::Program>(std::move(request), std::move(options));
    m_program->start();
    m_robot = std::make_unique<app::Robot>(m_program->window());
    press("partnerAButton");
    type("secretEdit", QString::fromLatin1(kAlex));
    press("openButton");
  }

  void press(const char* button) {
    ++m_actions;
    m_robot->press(QLatin1String(button));
  }
  void type(const char* field, const QString& words) {
    ++m_actions;
    m_robot->type(QLatin1String(field), words);
  }

  void goTo(PageName page) {
    ++m_actions;
    Q_EMIT m_program->window().navigated(page);
    m_robot->settle();
  }
  void search(std::mt19937_64& random) {
    goTo(PageName::Story);
    type("searchEdit", QString::number(random() % kNotes));
    ++m_actions;
    if (auto* edit = m_robot->find<QLineEdit>(QStringLiteral("searchEdit"))) edit->clear();
    m_robot->settle();
  }
  void readOne(std::mt19937_64& random) {
    goTo(PageName::Story);
    auto* list = m_robot->find<QListView>(QStringLiteral("storyList"));
    if (!list || list->model()->rowCount() == 0) return m_robot->fault(QStringLiteral("no story"));
    const int row = static_cast<int>(random() % static_cast<std::uint64_t>(list->model()->rowCount()));
    ++m_actions;
    Q_EMIT list->clicked(list->model()->index(row, 0));
    m_robot->settle();
  }
  void changeOne(std::mt19937_64& random) {
    readOne(random);
    if (!m_robot->sees(QStringLiteral("editButton"))) return;  // it was the day's heading
    press("editButton");
    if (auto* edit = m_robot->find<QPlainTextEdit>(QStringLiteral("noteEdit"))) edit->selectAll();
    type("noteEdit", QStringLiteral("note %1").arg(random() % 100'000));
    press("keepButton");
  }
  void writeAndThrowAway(std::mt19937_64& random) {
    goTo(PageName::Note);
    type("noteEdit", QString(static_cast<int>(1 + random() % 60), QLatin1Char('w')));
    press("throwButton");
    goTo(PageName::Today);
  }
  void lookAtJournal() {
    goTo(PageName::Settings);
    press("journalButton");
    press("backButton");
  }
  void lookAtExercise(std::mt19937_64& random) {
    static const char* const kExercises[] = {"exercise_three-floors", "exercise_what-would-help",
                                             "exercise_round-and-round", "exercise_small-reaches"};
    goTo(PageName::Practices);
    press(kExercises[random() % std::size(kExercises)]);
    goTo(PageName::Practices);
  }
  void lookAtSafety() {
    ++m_actions;
    Q_EMIT m_program->window().safetyAsked();
    m_robot->settle();
    press("backButton");
  }

  std::string m_file;
  bool m_locked = false;
  std::uint64_t m_actions = 0;
  std::uint64_t m_faults = 0;
  std::unique_ptr<app::Program> m_program;
  std::unique_ptr<app::Robot> m_robot;
};

void liveIn(const std::string& home) {
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
    setenv(variable, home.c_str(), 1);
}

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"actions", 1'000}, {"seed", 7}});
  deriveEachKeyOnce();
  const Scratch scratch;
  liveIn(scratch.file("home"));
  if (!writeJournal(scratch.file("us.footbridge")))
    return answer({"soak (window)", "growth < 5 %, files flat", "no journal", false});
  int kept = 1;
  const QApplication application(kept, argv);
  Evening evening(scratch.file("us.footbridge"));
  std::mt19937_64 random(sizes["seed"]);
  Footprint warm;
  Footprint now;
  while (evening.actions() < sizes["actions"]) {
    const std::uint64_t unlocked = evening.actions();
    while (evening.actions() < unlocked + kBetweenLocks) evening.run(random);
    evening.lockAndUnlock();
    now = footprint();
    if (evening.actions() <= sizes["actions"] / 2) warm = now;
  }
  const std::string seen = said(evening.actions(), " actions, ", evening.faults(), " failed; memory ", warm.kib, " to ",
                                now.kib, " KiB, open files ", warm.files, " to ", now.files);
  return answer({"soak (window)", "growth < 5 %, files flat", seen, evening.faults() == 0 && now.isLike(warm)});
}
