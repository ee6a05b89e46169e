namespace ActorKube.Api.Rbac;

internal static class BindingDefaults
{
    public static RoleRef Apply(RoleRef role) => role.ApiGroup.Length == 0 ? role with { ApiGroup = RbacNames.Group } : role;

    public static IReadOnlyList<Subject>? Apply(IReadOnlyList<Subject>? subjects) => subjects?.Select(Apply).ToArray();

    private static Subject Apply(Subject subject) =>
        subject is { ApiGroup: null, Kind: "User" or "Group" } ? subject with { ApiGroup = RbacNames.Group } : subject;
}
