namespace Nectar.Web.Api;

/// <summary>A registered keeper.</summary>
internal sealed record KeeperAnswer(string Name, string Address, bool Active);
