using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Every address that is given to the outside. Those of payments cannot be guessed: 128 bits that only we can make.</summary>
public sealed class Links(PublicAddress address, Vault vault)
{
    private const string PayPurpose = "pay-link";

    public string Pay(Id<Invoice> invoice) => At($"/pay/{PayPath(invoice)}");

    /// <summary>Where the gateway's page sends the buyer back to.</summary>
    public string Return(Id<Invoice> invoice, string paymentId) => At($"/pay/{PayPath(invoice)}/return/{paymentId}");

    public string Callback(string gateway, string merchantId) => At($"/v1/gateways/{gateway}/callbacks/{merchantId}");

    public string Agreement(Id<Agreement> agreement) => At($"/agreements/{agreement}");

    public string At(string path) => address.Url + path;

    public string PayPath(Id<Invoice> invoice) => $"{invoice}/{vault.Token(PayPurpose, invoice.Value)}";

    public bool IsPayToken(Id<Invoice> invoice, string token) => Secrets.Same(vault.Token(PayPurpose, invoice.Value), token);
}
