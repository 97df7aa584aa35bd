using System.Text;

namespace BillingHeadless.Tests.ProviderStubs.Robokassa;

/// <summary>Messages to the ResultURL.</summary>
public static class RobokassaResults
{
    public static StubCallback ByGet(string sum, string reference, string? save, string password) => new("GET", Query(sum, reference, save, password), [], []);

    public static StubCallback ByPost(string sum, string reference, string? save, string password) => new(
        "POST", "", [new("Content-Type", "application/x-www-form-urlencoded")], Encoding.UTF8.GetBytes(Query(sum, reference, save, password)));

    private static string Query(string sum, string reference, string? save, string password)
    {
        var own = save is null ? "" : $":Shp_save={save}";
        var signature = RobokassaStub.Md5($"{sum}:{reference}:{password}{own}");
        return $"OutSum={sum}&InvId={reference}&Fee=0&EMail=buyer%40firm.example&SignatureValue={signature}&PaymentMethod=BankCard&IncCurrLabel=BankCard&IsTest=1"
            + (save is null ? "" : $"&Shp_save={save}");
    }
}
