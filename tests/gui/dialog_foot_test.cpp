// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/dialog_foot.h"

#include <QApplication>
#include <QDialog>
#include <QSignalSpy>
#include <QTest>
#include <functional>
#include <memory>

#include "at_text_size.h"
#include "fakes/fake_vault_door.h"
#include "gui/dialogs/copy_passphrase_dialog.h"
#include "gui/dialogs/protect_dialog.h"
#include "gui/dialogs/recover_dialog.h"
#include "gui/dialogs/recovery_code_dialog.h"
#include "gui/dialogs/secret_clipboard.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/main_window.h"
#include "privacy_probe.h"
#include "tab_ring.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

/// A window with each of the dialogs that ask for a secret over it, one after the other.
struct Over {
  fakes::FakeVaultDoor door;
  gui::SecretClipboard clipboard;
  Partner alex = fakes::partner(PartnerId::A, "Alex");
  Partner sam = fakes::partner(PartnerId::B, "Sam");
  gui::MainWindow window;
  QSignalSpy safety{&window, &gui::MainWindow::safetyAsked};
  QSignalSpy hide{&window, &gui::MainWindow::hideAsked};

  Over() {
    window.resize(1024, 640);
    window.show();
  }

  void each(const std::function<void(QDialog&)>& look) {
    using namespace gui;
    const auto show = [&look](const char* name, QDialog* made) {
      INFO(name);
      const std::unique_ptr<QDialog> dialog(made);
      dialog->open();
      QApplication::processEvents();
      look(*dialog);
    };
    show("protect", new ProtectDialog(door, alex, sam, ProtectDialog::Why::FirstPrivateLine, &window));
    show("recover", new RecoverDialog(door, alex, sam, &window));
    show("unlock", new UnlockDialog(door, alex, UnlockDialog::Why::GoOn, &window));
    show("copy", new CopyPassphraseDialog(
                     alex, sam, CopyPassphraseDialog::Why::Join, [](Passphrase) { return Result<void>(); }, &window));
    show("code",
         new RecoveryCodeDialog({*Passphrase::from(fakes::FakeVaultDoor::kCode)}, alex, sam, clipboard, &window));
  }
};

}  // namespace

TEST_CASE("every dialog that asks for a secret has safety and Hide at its foot, in sight at any size of text") {
  const int percent = GENERATE(100, 200);
  const AtTextSize textSize(percent);
  Over over;
  over.each([](QDialog& dialog) {
    for (const char* name : {"safetyButton", "hideButton"}) {
      auto& button = child<QPushButton>(dialog, name);
      CAPTURE(name);
      CHECK(button.isVisible());
      CHECK(dialog.rect().contains(QRect(button.mapTo(&dialog, QPoint()), button.size())));
      CHECK(button.height() >= button.minimumSizeHint().height());
      CHECK_FALSE(button.autoDefault());
    }
    CHECK(dialog.height() <= 640);
  });
}

TEST_CASE("the Tab key goes right round every dialog that asks for a secret, and back") {
  Over over;
  over.each([](QDialog& dialog) { checkTabRing(dialog); });
}

TEST_CASE("the foot of a dialog leads where its keys lead") {
  Over over;
  int count = 0;
  over.each([&](QDialog& dialog) {
    ++count;
    press(dialog, "safetyButton");
    CHECK_FALSE(dialog.isVisible());
    CHECK(QTest::qWaitFor([&] { return over.safety.count() == count; }));
    dialog.open();
    press(dialog, "hideButton");
    CHECK_FALSE(dialog.isVisible());
    CHECK(over.hide.count() == count);
  });
}
