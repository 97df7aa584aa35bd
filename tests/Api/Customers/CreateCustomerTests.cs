using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

public abstract class CreateCustomerTests(RunningServer server)
{
    [Fact]
    public async Task A_customer_is_kept_with_its_people_and_announced()
    {
        var merchant = await TestMerchant.Create(server);

        var customer = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest
        {
            ExternalId = "workspace-7",
            Email = "  Office@Firm.Example ",
            Name = "ТОВ «Фірма»",
            Phone = "+380 44 123 45 67",
            Owner = new Owner { Name = "Олена", Email = "Olena@firm.example" },
            Requisites = new Requisites { Name = "ТОВ «Фірма»", TaxId = "12345678", Iban = "ua21 3223 1300 0002 6007 2335 6600 1" },
            Locale = "ru-UA",
            Members = [new Member { Email = "Olena@Firm.example", Role = CustomerRole.Administrator }, new Member { Email = "petro@firm.example", Role = CustomerRole.Employee }],
        });

        Assert.StartsWith("cus_", customer.Id);
        Assert.Equal(("workspace-7", "office@firm.example", "ru"), (customer.ExternalId, customer.Email, customer.Locale));
        Assert.Equal(("Олена", "olena@firm.example"), (customer.Owner!.Name, customer.Owner.Email));
        Assert.Equal("UA213223130000026007233566001", customer.Requisites!.Iban);
        Assert.Equal([("olena@firm.example", CustomerRole.Administrator), ("petro@firm.example", CustomerRole.Employee)], customer.Members.Select(member => (member.Email, member.Role)));
        var announced = (await merchant.Client.ListEventsAsync()).Data.Single();
        Assert.Equal(("customer.created", customer.Id), (announced.Type, announced.Data.GetProperty("customerId").GetString()));
    }

    [Fact]
    public async Task Nothing_is_required_and_the_language_is_the_merchants()
    {
        var customer = await (await TestMerchant.Create(server)).Client.CreateCustomerAsync(new CreateCustomerRequest());
        Assert.Equal(("uk", null, 0), (customer.Locale, customer.Email, customer.Members.Count));
    }

    [Fact]
    public async Task An_external_id_belongs_to_one_customer_of_a_merchant()
    {
        var merchant = await TestMerchant.Create(server);
        var request = new CreateCustomerRequest { ExternalId = "7" };
        await merchant.Client.CreateCustomerAsync(request);

        await Expect.Refused("external_id_taken", HttpStatusCode.Conflict, merchant.Client.CreateCustomerAsync(request));
        await (await TestMerchant.Create(server)).Client.CreateCustomerAsync(request);
    }

    [Fact]
    public async Task Of_two_at_once_with_one_external_id_one_is_made()
    {
        var merchant = await TestMerchant.Create(server);
        var request = new CreateCustomerRequest { ExternalId = "7" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return (await merchant.Client.CreateCustomerAsync(request)).ExternalId;
            }
            catch (BillingException refusal)
            {
                return refusal.Code;
            }
        }));

        Assert.Equal(["7", "external_id_taken", "external_id_taken", "external_id_taken"], outcomes.Order(StringComparer.Ordinal));
        Assert.Single((await merchant.Client.ListCustomersAsync()).Data);
    }

    [Fact]
    public async Task What_cannot_be_written_to_is_refused()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Invalid("email_invalid", merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Email = "a@b@c" }), "email");
        await Expect.Invalid("email_invalid", merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Owner = new Owner { Email = "nobody" } }), "owner.email");
        await Expect.Invalid(
            "email_invalid",
            merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Members = [new Member { Email = "a b@c.example", Role = CustomerRole.Employee }] }),
            "members[0].email");
        await Expect.Invalid("requisites_invalid", merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Requisites = new Requisites { Iban = "UA00" } }), "requisites.iban");
        await Expect.Invalid("locale_unknown", merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { Locale = "fr" }));
        Assert.Empty((await merchant.Client.ListEventsAsync()).Data);
    }

    [Fact]
    public async Task A_person_is_a_member_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Invalid("member_twice", merchant.Client.CreateCustomerAsync(new CreateCustomerRequest
        {
            Members = [new Member { Email = "a@firm.example", Role = CustomerRole.Employee }, new Member { Email = "A@firm.example", Role = CustomerRole.Administrator }],
        }));
    }

    [Theory]
    [InlineData("""{"email": ""}""", "email")]
    [InlineData("""{"owner": {}}""", "owner.email")]
    [InlineData("""{"owner": {"email": "a@b.example", "phone": "1"}}""", "owner.phone")]
    [InlineData("""{"members": [{"email": "a@b.example"}]}""", "members[0].role")]
    [InlineData("""{"members": [{"email": "a@b.example", "role": "owner"}]}""", "members[0].role")]
    [InlineData("""{"members": [{"email": "", "role": "employee"}]}""", "members[0].email")]
    [InlineData("""{"requisites": {"name": "two\nlines"}}""", "requisites.name")]
    [InlineData("""{"balance": 5}""", "balance")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var merchant = await TestMerchant.Create(server);
        Expect.Misshapen(await server.Post("/v1/customers", merchant.SecretKey, json), field);
    }

    [Fact]
    public async Task It_is_created_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Once(server, HttpMethod.Post, "/v1/customers", merchant.SecretKey, """{"name": "a"}""", """{"name": "b"}""");
        Assert.Single((await merchant.Client.ListCustomersAsync()).Data);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "customers:write", HttpMethod.Post, "/v1/customers", "{}");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class CreateCustomerOnSqlite(ServerOnSqlite server) : CreateCustomerTests(server);

[Collection(nameof(OnPostgres))]
public sealed class CreateCustomerOnPostgres(ServerOnPostgres server) : CreateCustomerTests(server);
