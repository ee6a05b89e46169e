using ActorKube.Api.Authentication;

namespace ActorKube.Server.Authentication;

/// <summary>Names of users and groups that the system knows.</summary>
public static class Users
{
    public const string Anonymous = "system:anonymous";
    public const string Authenticated = "system:authenticated";
    public const string Unauthenticated = "system:unauthenticated";
    public const string Masters = "system:masters";

    /// <summary>Who the cluster itself acts as.</summary>
    public static readonly UserInfo System = new() { Username = "system:actorkube", Groups = [Masters, Authenticated] };

    public static UserInfo Named(string name, params IEnumerable<string> groups) => new() { Username = name, Groups = [.. groups.Append(Authenticated).Distinct()] };
}
