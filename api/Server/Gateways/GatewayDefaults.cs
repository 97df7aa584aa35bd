using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Server.BankTransfers;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Gateways;

/// <summary>
/// Settings that this installation itself can fill in: for test merchants the sandbox works without any, at the provider
/// that is mounted here, with keys that only this installation can make; a bank transfer goes where the merchant's requisites say.
/// </summary>
public sealed class GatewayDefaults(PublicAddress address, Vault vault)
{
    public const string Sandbox = "sandbox";
    private const string KeyPurpose = "sandbox-api-key";
    private const string SecretPurpose = "sandbox-signing-secret";

    public IReadOnlyDictionary<string, string> For(Merchant merchant, string gateway) => gateway switch
    {
        Sandbox when merchant.IsTest => new Dictionary<string, string>
        {
            ["baseUrl"] = address.Url + SandboxSetup.Path,
            ["apiKey"] = vault.Hash(KeyPurpose, merchant.Id.Value),
            ["signingSecret"] = vault.Hash(SecretPurpose, merchant.Id.Value),
        },
        BankReceipt.Gateway when merchant.Settings.Requisites is { } requisites => OfRequisites(requisites, merchant.Currency),
        _ => new Dictionary<string, string>(),
    };

    /// <summary>The merchant's values, completed by the installation's.</summary>
    public IReadOnlyDictionary<string, string> AddTo(IReadOnlyDictionary<string, string> values, Merchant merchant, string gateway)
    {
        var all = For(merchant, gateway).ToDictionary();
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return all;
    }

    private static Dictionary<string, string> OfRequisites(Requisites requisites, Currency currency) => new[]
    {
        (Name: "recipient", Value: requisites.Name),
        (Name: "account", Value: requisites.Iban),
        (Name: "code", Value: Requisites.PayeeCode(requisites.RegistrationCode, requisites.TaxId, currency)),
        (Name: "bank", Value: requisites.Bank),
        (Name: "bic", Value: requisites.Bic),
        (Name: "correspondentAccount", Value: requisites.CorrespondentAccount),
        (Name: "kpp", Value: requisites.Kpp),
    }.Where(setting => !string.IsNullOrWhiteSpace(setting.Value)).ToDictionary(setting => setting.Name, setting => setting.Value!);
}
