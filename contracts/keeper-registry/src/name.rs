use soroban_sdk::String;

use crate::errors::RegistryError;

const MAX_LENGTH: usize = 32;

/// Refuses a name that is not 1 to 32 characters of `a-z`, `0-9` and `-`: it is shown on pages beside the address.
pub(crate) fn check(name: &String) -> Result<(), RegistryError> {
    let length = name.len() as usize;
    if length == 0 || length > MAX_LENGTH {
        return Err(RegistryError::InvalidName);
    }
    let mut buffer = [0u8; MAX_LENGTH];
    let characters = &mut buffer[..length];
    name.copy_into_slice(characters);
    let valid = characters.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == b'-');
    if valid {
        Ok(())
    } else {
        Err(RegistryError::InvalidName)
    }
}
