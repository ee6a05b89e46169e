using ActorKube.Api.Meta;
using ActorKube.Server.Discovery;

namespace ActorKube.Server.OpenApi.Operations;

/// <summary>The paths that tell what the server is and what it has.</summary>
internal static class DiscoveryOperations
{
    public static PathItem Versions => Get("/api/", "getCoreAPIVersions", "Lists the versions of the core group.", "core", APIVersions.Model.Name, MediaTypes.Objects);

    public static PathItem Groups => Get("/apis/", "getAPIVersions", "Lists the API groups.", "apis", APIGroupList.Model.Name, MediaTypes.Objects);

    public static PathItem ServerVersion => Get("/version/", "getCodeVersion", "Tells the server's version.", "version", VersionInfo.Model.Name, MediaTypes.Json);

    public static PathItem IssuerConfiguration => Get(
        "/.well-known/openid-configuration/",
        "getServiceAccountIssuerOpenIDConfiguration",
        "Tells how tokens of service accounts are verified, as OpenID Connect Discovery has it.",
        "WellKnown",
        schema: null,
        MediaTypes.Json);

    public static PathItem IssuerKeys => Get(
        "/openid/v1/jwks/",
        "getServiceAccountIssuerOpenIDKeyset",
        "Lists the public keys that tokens of service accounts are verified with.",
        "openid",
        schema: null,
        ["application/jwk-set+json"]);

    public static PathItem Group(ApiGroup group) => Get(
        $"/apis/{group.Name}/",
        $"get{ApiNames.Identifier(group.Name)}APIGroup",
        "Tells the versions of the group.",
        ApiNames.Tag(group.Name),
        APIGroup.Model.Name,
        MediaTypes.Objects);

    public static PathItem Resources(ApiGroup group, string version) => Get(
        ApiNames.Root(group.Name, version) + "/",
        $"get{ApiNames.Identifier(group.Name, version)}APIResources",
        "Lists the resources of the version.",
        ApiNames.Tag(group.Name, version),
        APIResourceList.Model.Name,
        MediaTypes.Objects);

    private static PathItem Get(string path, string id, string doc, string tag, string? schema, IReadOnlyList<string> mediaTypes) =>
        new(path, [new Operation("get", id, doc, tag) { Answers = [new Answer(200, schema, mediaTypes)] }]);
}
