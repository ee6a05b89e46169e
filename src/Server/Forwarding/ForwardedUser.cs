using System.Text.Json.Serialization;
using ActorKube.Api.Authentication;

namespace ActorKube.Server.Forwarding;

/// <summary>A user as one host tells another about it.</summary>
internal sealed record ForwardedUser(string Username, string? Uid, IReadOnlyList<string> Groups, IReadOnlyDictionary<string, IReadOnlyList<string>> Extra)
{
    public static ForwardedUser Of(UserInfo user) => new(
        user.Username ?? "", user.Uid, user.Groups ?? [], user.Extra ?? new Dictionary<string, IReadOnlyList<string>>());

    public UserInfo ToUser() => new() { Username = Username, Uid = Uid, Groups = Groups, Extra = Extra.Count == 0 ? null : Extra };
}

[JsonSerializable(typeof(ForwardedUser))]
internal sealed partial class ForwardedUserJson : JsonSerializerContext;
