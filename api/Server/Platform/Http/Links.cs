using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Security;

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

    public string At(string path) => address.Base.TrimEnd('/') + path;

    public string PayPath(Id<Invoice> invoice) => $"{invoice}/{vault.Token(PayPurpose, invoice.Value)}";

    public bool IsPayToken(Id<Invoice> invoice, string token) => Secrets.Same(vault.Token(PayPurpose, invoice.Value), token);
}

/// <summary>The base of every link: the setting <c>Billing:PublicUrl</c>, or the address that the server listens on.</summary>
public sealed class PublicAddress
{
    private string? address;

    /// <exception cref="InvalidOperationException">The server has not started yet.</exception>
    public string Base
    {
        get => address ?? throw new InvalidOperationException("The public address is known when the server has started.");
        set => address = value;
    }
}
