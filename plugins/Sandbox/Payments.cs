using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>Payments: the provider calls them checkouts.</summary>
internal static class Payments
{
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    public static readonly ProviderDialect Dialect = new SandboxDialect("checkout_not_found");

    public static async Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<SandboxSettings> call)
    {
        var settings = call.Settings;
        var body = new CheckoutBody(
            command.Key.MerchantReference,
            command.Amount.Minor,
            command.Amount.Currency.Code,
            Wire.Shortened(command.Description),
            command.ReturnUrl.AbsoluteUri,
            command.CallbackUrl.AbsoluteUri,
            command.Language,
            settings.Callbacks,
            settings.CallbackDelaySeconds,
            command.SaveMethod,
            SavedCard: null,
            command.CustomerReference);
        return await SendAsync(body, command.Key, call).ConfigureAwait(false);
    }

    /// <summary>Charges a saved card: a checkout without a page, which is decided at once. No buyer comes back from anywhere.</summary>
    public static Task<GatewayOutcome> ChargeAsync(ChargeSavedMethod command, GatewayCall<SandboxSettings> call) => SendAsync(
        new CheckoutBody(
            command.Key.MerchantReference,
            command.Amount.Minor,
            command.Amount.Currency.Code,
            Wire.Shortened(command.Description),
            command.CallbackUrl.AbsoluteUri,
            command.CallbackUrl.AbsoluteUri,
            "en",
            call.Settings.Callbacks,
            call.Settings.CallbackDelaySeconds,
            SaveCard: false,
            command.Token,
            command.CustomerReference),
        command.Key,
        call);

    /// <summary>Makes the provider forget a saved card.</summary>
    public static async Task<GatewayOutcome> ForgetAsync(ForgetMethod command, GatewayCall<SandboxSettings> call)
    {
        var body = new ForgetCardBody(command.Token, command.CustomerReference);
        var reply = await new ProviderClient(call)
            .PostAsync("saved-cards/forget", body, WireJson.Default.ForgetCardBody, command.Key.IdempotencyKey).ConfigureAwait(false);
        return Dialect.ToCommand(reply, answer => WireText.Read(answer, WireJson.Default.ForgottenAnswer) is { Forgotten: true } ? new MethodForgotten() : null);
    }

    private static async Task<GatewayOutcome> SendAsync(CheckoutBody body, OperationKey key, GatewayCall<SandboxSettings> call)
    {
        var reply = await new ProviderClient(call)
            .PostAsync("checkouts", body, WireJson.Default.CheckoutBody, key.IdempotencyKey).ConfigureAwait(false);
        return Dialect.ToCommand(reply, answer => Read(answer, key.MerchantReference));
    }

    /// <summary>Asks by our reference alone: the answer to the first request may never have reached us.</summary>
    public static async Task<GatewayOutcome> QueryAsync(OperationKey key, GatewayCall<SandboxSettings> call)
    {
        var reply = await new ProviderClient(call).GetAsync($"checkouts?reference={Uri.EscapeDataString(key.MerchantReference)}").ConfigureAwait(false);
        return Dialect.ToQuery(reply, answer => Read(answer, key.MerchantReference));
    }

    /// <summary>What a checkout says; null when it makes no sense.</summary>
    public static GatewayOutcome? OutcomeOf(CheckoutAnswer checkout)
    {
        GatewayOutcome? outcome = checkout.Status switch
        {
            "open" or "confirming" => WaitingForBuyer(checkout.Page),
            "succeeded" when Currency.IsCode(checkout.Currency) => new Succeeded(new Money(checkout.Amount, new Currency(checkout.Currency)))
            {
                PaidWith = new PaidWith(checkout.Mask, null, WalletOf(checkout.Wallet)),
                SavedMethod = checkout.SavedCard is { } token ? new SavedMethod(token, checkout.Mask, null) : null,
            },
            "declined" => Declined(checkout.DeclineCode),
            _ => null,
        };
        return outcome is null ? null : outcome with { ProviderReference = checkout.Id };
    }

    private static GatewayOutcome? Read(ReadOnlyMemory<byte> json, string reference) =>
        WireText.Read(json, WireJson.Default.CheckoutAnswer) is { } checkout && checkout.Reference == reference ? OutcomeOf(checkout) : null;

    // A callback tells no page: the buyer is there already.
    private static GatewayOutcome? WaitingForBuyer(string? page)
    {
        if (page is null)
        {
            return new Pending(AskAgain);
        }

        return Uri.TryCreate(page, UriKind.Absolute, out var url) ? new ActionNeeded(new Redirect(url)) : null;
    }

    private static Declined Declined(string? code) => code switch
    {
        "cardDeclined" => new Declined(DeclineKind.CardRefused, RetryMayHelp: false) { ProviderCode = code },
        "insufficientFunds" => new Declined(DeclineKind.InsufficientFunds, RetryMayHelp: true) { ProviderCode = code },
        "authenticationFailed" => new Declined(DeclineKind.AuthenticationFailed, RetryMayHelp: true) { ProviderCode = code },
        "cancelledByBuyer" => new Declined(DeclineKind.CancelledByBuyer, RetryMayHelp: true) { ProviderCode = code },
        "expired" => new Declined(DeclineKind.Expired, RetryMayHelp: true) { ProviderCode = code },
        _ => new Declined(DeclineKind.Other, RetryMayHelp: false) { ProviderCode = code },
    };

    private static Wallet? WalletOf(string? name) => name switch
    {
        "applePay" => Wallet.ApplePay,
        "googlePay" => Wallet.GooglePay,
        "samsungPay" => Wallet.SamsungPay,
        _ => null,
    };
}
