using System.Text;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Seccomp and AppArmor profiles as fields.</summary>
internal static class SecurityProfileValidation
{
    public const string Localhost = "Localhost";
    public const string RuntimeDefault = "RuntimeDefault";
    public const string Unconfined = "Unconfined";

    // PATH_MAX without its terminator.
    private const int MaxProfileLength = 4095;

    public static void Validate(SeccompProfile? profile, FieldPath path, FieldErrors errors)
    {
        if (profile is null)
        {
            return;
        }

        ValidateType(profile.Type, "type is required when seccompProfile is set", path.Child("type"), errors);
        var local = path.Child("localhostProfile");
        if (profile.Type != Localhost)
        {
            if (profile.LocalhostProfile is not null)
            {
                errors.Invalid(local, profile, "can only be set when seccomp type is Localhost");
            }
        }
        else if (profile.LocalhostProfile is null)
        {
            errors.Required(local, "must be set when seccomp type is Localhost");
        }
        else
        {
            errors.DescendingPath(local, profile.LocalhostProfile);
        }
    }

    public static void Validate(AppArmorProfile? profile, FieldPath path, FieldErrors errors)
    {
        if (profile is null)
        {
            return;
        }

        var local = path.Child("localhostProfile");
        if (profile.Type is RuntimeDefault or Unconfined)
        {
            if (profile.LocalhostProfile is { } unwanted)
            {
                errors.Invalid(local, unwanted, "can only be set when AppArmor type is Localhost");
            }
        }
        else if (profile.Type != Localhost)
        {
            ValidateType(profile.Type, "type is required when appArmorProfile is set", path.Child("type"), errors);
        }
        else if (errors.Present(local, profile.LocalhostProfile, "must be set when AppArmor type is Localhost"))
        {
            ValidateLocal(profile.LocalhostProfile!, local, errors);
        }
    }

    private static void ValidateLocal(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Trim() != name)
        {
            errors.Invalid(path, name, "must not be padded with whitespace");
        }

        if (Encoding.UTF8.GetByteCount(name) > MaxProfileLength)
        {
            errors.TooLong(path, MaxProfileLength);
        }
    }

    private static void ValidateType(string type, string required, FieldPath path, FieldErrors errors)
    {
        if (errors.Present(path, type, required))
        {
            errors.OneOfOrEmpty(path, type, Localhost, RuntimeDefault, Unconfined);
        }
    }
}
