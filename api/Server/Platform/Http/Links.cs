using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Every address that is given to the outside. Those of payments cannot be guessed: 128 bits that only we can make.</summary>
public sealed class Links(PublicAddress address, Vault vault)
{
    private const string PayPurpose = "pay-link";

    /// <summary>The script that makes links into buttons and payment tabs.</summary>
    public string EmbedScript => At("/embed/billing.js");

    /// <summary>Where a buy button leads.</summary>
    public string Buy(Id<Button> button) => At($"/b/{button}");

    /// <summary>The payment tab of a portal.</summary>
    public string Tab(Id<Product> product, string portal) => At($"/tab/{product}?portal={portal}");

    public string Pay(Id<Invoice> invoice) => At($"/pay/{PayPath(invoice)}");

    /// <summary>Where the gateway's page sends the buyer back to.</summary>
    public string Return(Id<Invoice> invoice, string paymentId) => At($"/pay/{PayPath(invoice)}/return/{paymentId}");

    public string Callback(string gateway, string merchantId) => At($"/v1/gateways/{gateway}/callbacks/{merchantId}");

    public string Agreement(Id<Agreement> agreement) => At($"/agreements/{agreement}");

    /// <summary>The buyer's own pages at a merchant: invoices, licences, payment links.</summary>
    public string Account(Id<Merchant> merchant) => At(AccountPath(merchant));

    /// <summary>Logs in, once.</summary>
    public string LoginLink(Id<Merchant> merchant, string token) => At($"/m/{merchant}/login/link/{token}");

    /// <summary>Sets a password, once.</summary>
    public string PasswordLink(Id<Merchant> merchant, string token) => At($"/m/{merchant}/login/password/{token}");

    public static string AccountPath(Id<Merchant> merchant) => $"/m/{merchant}/account";

    public static string LoginPath(Id<Merchant> merchant) => $"/m/{merchant}/login";

    public string At(string path) => address.Url + path;

    /// <summary>The payment page of an invoice that the API has answered.</summary>
    public string PayPagePath(string invoiceId) => $"/pay/{PayPath(new Id<Invoice>(invoiceId))}";

    public string PayPath(Id<Invoice> invoice) => $"{invoice}/{vault.Token(PayPurpose, invoice.Value)}";

    public bool IsPayToken(Id<Invoice> invoice, string token) => Secrets.Same(vault.Token(PayPurpose, invoice.Value), token);
}
