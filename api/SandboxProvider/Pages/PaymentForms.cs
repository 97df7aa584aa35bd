using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>The forms of the payment page. They have no action: they post to the page's own address.</summary>
internal static class PaymentForms
{
    private static readonly IReadOnlyList<(string Value, string Name)> Wallets =
        [("applePay", "Apple Pay"), ("googlePay", "Google Pay"), ("samsungPay", "Samsung Pay")];

    public static string Amount(Checkout checkout) => Amounts.Write(checkout.Amount, checkout.Currency, checkout.Language);

    /// <summary>Card, wallets, and the way back.</summary>
    public static string Card(Checkout checkout, PageTexts texts, PageAction.Mend? mend)
    {
        var form = mend?.Form ?? PageForm.Empty;
        var faults = (mend?.Problems ?? []).ToDictionary(problem => problem.Field, problem => texts.Faults[problem.Fault]);
        return
            $"""
            {Summary(texts, faults)}
            <form method="post">
              {Field(PageForm.CardNumberField, texts.CardNumber, "", form.CardNumber, "cc-number", 23, faults)}
              <div class="pair">
                {Field(PageForm.ExpiryField, texts.Expiry, texts.ExpiryHint, form.Expiry, "cc-exp", 7, faults)}
                {Field(PageForm.CvcField, texts.Cvc, texts.CvcHint, "", "cc-csc", 3, faults)}
              </div>
              <button class="button" type="submit">{Html(string.Format(texts.Pay, Amount(checkout)))}</button>
            </form>
            <form method="post" class="wallets">
              <h2>{Html(texts.OrWallet)}</h2>
              {string.Concat(Wallets.Select(wallet => WalletButton(texts, wallet.Value, wallet.Name)))}
            </form>
            {CancelForm(texts)}
            {CardList(texts)}
            """;
    }

    /// <summary>The 3-D Secure question of the test bank.</summary>
    public static string Code(PageTexts texts, string? fault)
    {
        var faults = new Dictionary<string, string>();
        if (fault is not null)
        {
            faults[PageForm.CodeField] = fault;
        }

        var hint = string.Format(texts.ConfirmHint, TestCards.Code);
        return
            $"""
            {Summary(texts, faults)}
            <form method="post">
              {Field(PageForm.CodeField, texts.ConfirmCode, hint, "", "one-time-code", 6, faults)}
              <button class="button" type="submit">{Html(texts.Confirm)}</button>
            </form>
            {CancelForm(texts)}
            """;
    }

    private static string Html(string text) => PaymentPage.Text(text);

    private static string Summary(PageTexts texts, Dictionary<string, string> faults)
    {
        if (faults.Count == 0)
        {
            return "";
        }

        var items = string.Concat(faults.Select(fault => $"""<li><a href="#{fault.Key}">{Html(fault.Value)}</a></li>"""));
        return $"""<div class="faults" role="alert"><p>{Html(texts.PleaseMend)}</p><ul>{items}</ul></div>""";
    }

    private static string Field(
        string name, string label, string hint, string value, string autocomplete, int length, Dictionary<string, string> faults)
    {
        var fault = faults.GetValueOrDefault(name);
        string?[] notes = [hint.Length > 0 ? $"{name}-hint" : null, fault is null ? null : $"{name}-fault"];
        var describedBy = string.Join(' ', notes.Where(note => note is not null));
        var described = describedBy.Length > 0 ? $"aria-describedby=\"{describedBy}\"" : "";
        var invalid = fault is null ? "" : "aria-invalid=\"true\"";
        return
            $"""
            <div class="field">
              <label for="{name}">{Html(label)}</label>
              {(hint.Length > 0 ? $"""<p class="hint" id="{name}-hint">{Html(hint)}</p>""" : "")}
              <input id="{name}" name="{name}" value="{Html(value)}" inputmode="numeric" autocomplete="{autocomplete}" maxlength="{length}"
                required {described} {invalid}>
              {(fault is null ? "" : $"""<p class="fault" id="{name}-fault">{Html(fault)}</p>""")}
            </div>
            """;
    }

    private static string WalletButton(PageTexts texts, string value, string name) =>
        $"""
        <button class="button quiet" type="submit" name="{PageForm.WalletField}" value="{value}">
          {Html(string.Format(texts.TestWallet, name))}
        </button>
        """;

    private static string CancelForm(PageTexts texts) =>
        $"""
        <form method="post">
          <button class="link" type="submit" name="{PageForm.ActionField}" value="{PageForm.CancelAction}">{Html(texts.Cancel)}</button>
        </form>
        """;

    private static string CardList(PageTexts texts)
    {
        var rows = string.Concat(TestCards.All.Select(card => $"<dt>{card.Spaced}</dt><dd>{Html(texts.Effects[card.Effect])}</dd>"));
        return
            $"""
            <section aria-labelledby="test-cards">
              <h2 id="test-cards">{Html(texts.TestCards)}</h2>
              <p class="hint">{Html(texts.AnyDateAndCvc)}</p>
              <dl>{rows}</dl>
            </section>
            """;
    }
}
