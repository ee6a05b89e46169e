using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Paths inside volumes must not lead out of them.</summary>
internal static class PathChecks
{
    public static bool ClimbsUp(string path) => path.Split('/').Contains("..");

    /// <summary>True for a path that <see cref="NonReservedPath"/> finds nothing wrong with.</summary>
    public static bool IsNonReserved(string path) => !path.StartsWith('/') && !path.StartsWith("..", StringComparison.Ordinal) && !ClimbsUp(path);

    public static void NoBacksteps(this FieldErrors errors, FieldPath path, string value)
    {
        if (ClimbsUp(value))
        {
            errors.Invalid(path, value, "must not contain '..'");
        }
    }

    /// <summary>Relative, and without steps up.</summary>
    public static void DescendingPath(this FieldErrors errors, FieldPath path, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (value.StartsWith('/'))
        {
            errors.Invalid(path, value, "must be a relative path");
        }

        errors.NoBacksteps(path, value);
    }

    /// <summary>As <see cref="DescendingPath"/>, and not one of the names that volumes keep for themselves.</summary>
    public static void NonReservedPath(this FieldErrors errors, FieldPath path, string value)
    {
        errors.DescendingPath(path, value);
        if (value.StartsWith("..", StringComparison.Ordinal) && !value.StartsWith("../", StringComparison.Ordinal))
        {
            errors.Invalid(path, value, "must not start with '..'");
        }
    }
}
