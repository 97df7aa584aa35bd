using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence.Postgres;

public sealed class PostgresBillingDb(DbContextOptions<PostgresBillingDb> options) : BillingDb(options);
